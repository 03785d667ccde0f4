package numeral.scan;

import java.util.Arrays;
import java.util.Random;

/** Random damage to a file, as disks, networks and programs do it. */
final class Mutation {
    private Mutation() {}

    static byte[] of(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 8; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, at, length);
            }
            case 3 -> Arrays.fill(bytes, at, at + length, (byte) 0);
            // lengths, counts and offsets that are as large as they can be
            case 4 ->
                Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) (random.nextBoolean() ? 0xff : 0x7f));
            case 5 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 6 -> {
                return Packer.join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            default -> {
                return Packer.join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }
}
