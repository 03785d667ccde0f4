/**
 * Arithmetic of convolutional networks on the JVM's vector instructions: float arrays in, float arrays out, nothing known of networks or files. Many images
 * are worked on side by side, one in each lane of a vector. Only Java's own {@code jdk.incubator.vector} is used, which a JVM has to be told to load.
 */
package numeral.kernel;
