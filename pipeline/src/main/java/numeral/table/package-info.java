/** Tables: schemas, catalog, atomic publishing, lineage and the model registry. The only room that reads or writes one. */
package numeral.table;
