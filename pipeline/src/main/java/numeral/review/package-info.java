/**
 * Review by people: the fields that were not accepted go out as tasks with a picture, the answers come back and become reviews and labelled digits.
 * Knows neither Spark nor tables.
 */
package numeral.review;
