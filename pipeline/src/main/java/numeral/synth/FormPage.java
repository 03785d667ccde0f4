package numeral.synth;

import java.util.List;

/**
 * One scanned page and what is written on it.
 *
 * @param grey one unsigned byte a pixel, row by row, 0 = black, 255 = paper
 */
record FormPage(int width, int height, byte[] grey, List<FilledField> fields) {}
