/**
 * Training by parameter averaging. A {@link numeral.train.TrainPlan} says what to do; {@link numeral.train.Trainer} splits off the validation part,
 * leaves each worker its share of the examples as bytes, and runs epoch after epoch: every worker trains its share from the same parameters, the
 * parameters are averaged, weighted by examples, and sent out again. A checkpoint follows each epoch; the best epoch on the validation part becomes the model file.
 */
package numeral.train;
