package numeral.form;

/** The check digits that printed numbers carry. Each one catches every single wrong digit. */
public enum Checksum implements Check {
    /** Payment cards: ISO/IEC 7812-1, annex B. */
    LUHN(2, 10) {
        @Override
        int remainder(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digit(digits, digits.length() - 1 - i);
                int doubled = 2 * digit;
                sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
            }
            return sum % 10;
        }
    },
    /** Books until 2006: ISO 2108, weights 10 to 1 modulo 11; a number that ends in X has no place in a field of digits. */
    ISBN10(10, 11) {
        @Override
        int remainder(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (10 - i) * digit(digits, i);
            }
            return sum % 11;
        }
    },
    /** Books and articles (EAN-13): weights 1 and 3 modulo 10. */
    ISBN13(13, 10) {
        @Override
        int remainder(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += (i % 2 == 0 ? 1 : 3) * digit(digits, i);
            }
            return sum % 10;
        }
    },
    /** Routing numbers of the American Bankers Association: weights 3, 7, 1 modulo 10. */
    ABA(9, 10) {
        @Override
        int remainder(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += ABA_WEIGHTS[i % 3] * digit(digits, i);
            }
            return sum % 10;
        }
    },
    /** Verhoeff 1969: also catches every swap of neighbours. */
    VERHOEFF(2, 10) {
        @Override
        int remainder(String digits) {
            int state = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digit(digits, digits.length() - 1 - i);
                for (int turn = 0; turn < i % 8; turn++) {
                    digit = VERHOEFF_PERMUTATION[digit];
                }
                state = dihedral(state, digit);
            }
            return state;
        }
    };

    private static final int[] ABA_WEIGHTS = {3, 7, 1};
    private static final int[] VERHOEFF_PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private final int digits;
    private final int modulus;

    Checksum(int digits, int modulus) {
        this.digits = digits;
        this.modulus = modulus;
    }

    abstract int remainder(String digits);

    @Override
    public boolean holds(String value) {
        return fits(value.length()) && remainder(value) == 0;
    }

    @Override
    public double passRate() {
        return 1.0 / modulus;
    }

    /** Whether numbers of this length can carry it. */
    boolean fits(int length) {
        boolean anyLength = this == LUHN || this == VERHOEFF;
        return anyLength ? length >= digits : length == digits;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** Product in the dihedral group of the pentagon: 0 to 4 are turns, 5 to 9 are reflections. */
    private static int dihedral(int a, int b) {
        int turn = a < 5 ? (a + b) % 5 : (a - b + 10) % 5;
        return (a < 5) == (b < 5) ? turn : turn + 5;
    }
}
