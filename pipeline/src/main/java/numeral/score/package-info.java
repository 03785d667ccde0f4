/**
 * Scoring: rows with digit images in, the same rows with predictions out, a batch at a time. Evaluation and production go through the same
 * {@link numeral.score.Scoring}. Fields come from the predictions of their crops, and can be counted beside what was really written.
 */
package numeral.score;
