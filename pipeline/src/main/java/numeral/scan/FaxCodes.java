package numeral.scan;

import java.util.Arrays;

/** The codes of Group 4: modes of ITU-T Recommendation T.6, table 1, and lengths of runs, T.4, tables 2 and 3, each in a table of what the next bits begin. */
final class FaxCodes {
    /** Bits of the longest mode. */
    static final int LONGEST_MODE = 7;
    /** Bits of the longest run. */
    static final int LONGEST_RUN = 13;
    /** Vertical mode of a change right below the one above; the modes before it lie up to three columns to the left, those behind it to the right. */
    static final int VERTICAL = 3;

    static final int PASS = 7;
    static final int HORIZONTAL = 8;
    /** Runs from here on are a multiple of it, and go on with another code. */
    static final int MAKE_UP = 64;

    private static final int LENGTH_BITS = 4;
    private static final int MOST_OF_ITS_COLOUR = 1728;

    private static final String[] MODES = "0000010 000010 010 1 011 000011 0000011 0001 001".split(" ");

    private static final String[] WHITE =
            """
            00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101
            101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 00000011 00011010
            00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010
            00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011 00110100
            11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101 011010010 011010011 011010100
            011010101 011010110 011010111 011011000 011011001 011011010 011011011 010011000 010011001 010011010 011000 010011011"""
                    .split("\\s+");

    private static final String[] BLACK =
            """
            0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000
            0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001
            000001101010 000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111
            000001100100 000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111
            0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100 0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011
            0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011 0000001100100 0000001100101"""
                    .split("\\s+");

    /** Make-up codes of both colours. */
    private static final String[] LONG =
            """
            00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101
            000000010110 000000010111 000000011100 000000011101 000000011110 000000011111"""
                    .split("\\s+");

    private static final char[] MODE_TABLE = modeTable();
    private static final char[] WHITE_TABLE = runTable(WHITE);
    private static final char[] BLACK_TABLE = runTable(BLACK);

    private FaxCodes() {}

    /** For the {@value #LONGEST_MODE} bits that come next what {@link #value} and {@link #length} take apart; 0 where they begin no mode that is known. */
    static char[] modes() {
        return MODE_TABLE;
    }

    /** The same for the {@value #LONGEST_RUN} bits that begin a run. */
    static char[] runs(boolean black) {
        return black ? BLACK_TABLE : WHITE_TABLE;
    }

    /** The mode, or the pixels of the run, that an entry stands for. */
    static int value(int entry) {
        return entry >> LENGTH_BITS;
    }

    /** Bits that an entry's code has. */
    static int length(int entry) {
        return entry & (1 << LENGTH_BITS) - 1;
    }

    private static char[] modeTable() {
        char[] table = new char[1 << LONGEST_MODE];
        for (int mode = 0; mode < MODES.length; mode++) {
            enter(table, LONGEST_MODE, MODES[mode], mode);
        }
        return table;
    }

    private static char[] runTable(String[] codes) {
        char[] table = new char[1 << LONGEST_RUN];
        for (int i = 0; i < codes.length; i++) {
            enter(table, LONGEST_RUN, codes[i], i < MAKE_UP ? i : (i - MAKE_UP + 1) * MAKE_UP);
        }
        for (int i = 0; i < LONG.length; i++) {
            enter(table, LONGEST_RUN, LONG[i], MOST_OF_ITS_COLOUR + (i + 1) * MAKE_UP);
        }
        return table;
    }

    /** Enters a code under all the ways in which the bits behind it may go on. */
    private static void enter(char[] table, int bits, String code, int value) {
        int free = bits - code.length();
        int first = Integer.parseInt(code, 2) << free;
        Arrays.fill(table, first, first + (1 << free), (char) (value << LENGTH_BITS | code.length()));
    }
}
