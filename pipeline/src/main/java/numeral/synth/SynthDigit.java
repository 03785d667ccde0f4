package numeral.synth;

/**
 * One drawn digit.
 *
 * @param image 784 unsigned bytes, row by row, 0 = paper, normalised as MNIST is
 * @param label 0 to 9
 * @param writer the same for all digits of one hand
 */
record SynthDigit(byte[] image, int label, int writer) {}
