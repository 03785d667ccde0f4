/**
 * Networks that read digits: {@link numeral.network.Networks} builds one from its settings, {@link numeral.network.ModelFile} carries a trained one
 * between processes, {@link numeral.network.Classifier} turns images into logits, and {@link numeral.network.FastPath} sees to it that the native
 * convolutions are the ones that run.
 */
package numeral.network;
