/**
 * The IDX file format of the MNIST page (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits"):
 * a big-endian magic number naming element type and number of dimensions, the sizes, then the elements row by row.
 * A file is opened once, read record by record in constant memory, and closed; every defect is an {@link numeral.idx.IdxProblem}.
 */
package numeral.idx;
