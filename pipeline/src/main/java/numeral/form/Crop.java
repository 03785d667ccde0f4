package numeral.form;

import numeral.form.page.Box;

/**
 * One digit candidate: an arc of its field's lattice.
 *
 * @param from node where it starts
 * @param to node where it ends
 * @param image 784 bytes as {@link DigitNormaliser} makes them
 * @param cost negative log prior of this cut from geometry alone, 0 = certain
 * @param inkMm2 ink before normalisation, square millimetres
 * @param residue share of the ink that looks like a left-over of a printed line, 0 to 1
 * @param mm bounding box of the ink in template millimetres
 */
public record Crop(int from, int to, byte[] image, double cost, double inkMm2, double residue, Box mm) {}
