/**
 * The search for training settings. A {@link numeral.tune.SearchSpace} draws trials; {@link numeral.tune.Tuner} lets them all train for a few epochs and
 * the better ones for more, rung by rung, through a function that it is given; each {@link numeral.tune.Trial} is a row, and the best of the last rung
 * wins.
 */
package numeral.tune;
