package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;
import static numeral.kernel.Lanes.SPECIES;
import static numeral.kernel.Lanes.VECTOR;

import jdk.incubator.vector.FloatVector;

/** Turns [values, COUNT], a value of all images side by side, into [groups of so many values, COUNT, values of the group]. */
final class Transposed {
    /** For each group, where every value of the result comes from. Places beyond the last value hold copies of it. */
    private final int[][] maps;

    Transposed(int values, int groupSize) {
        maps = new int[(values + groupSize - 1) / groupSize][groupSize * COUNT];
        for (int group = 0; group < maps.length; group++) {
            for (int i = 0; i < maps[group].length; i++) {
                int value = Math.min(group * groupSize + i % groupSize, values - 1);
                maps[group][i] = value * COUNT + i / groupSize;
            }
        }
    }

    int groups() {
        return maps.length;
    }

    /** One group of the values at {@code from}. */
    void copy(int group, float[] source, int from, float[] target, int to) {
        int[] map = maps[group];
        for (int i = 0; i < map.length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, source, from, map, i).intoArray(target, to + i);
        }
    }
}
