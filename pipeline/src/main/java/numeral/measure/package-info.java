/**
 * Measures what a model reads: scored examples are tallied, a tally becomes an evaluation, an evaluation becomes metrics, and the promotion gate
 * decides whether the model may be the champion. Pure arithmetic on counts and sums: knows neither Spark nor a network.
 */
package numeral.measure;
