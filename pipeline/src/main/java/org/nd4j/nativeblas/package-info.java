/** One class under a name that DeepLearning4J looks up and ND4J no longer has; see {@link org.nd4j.nativeblas.Nd4jCpu}. */
package org.nd4j.nativeblas;
