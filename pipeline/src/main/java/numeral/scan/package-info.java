/**
 * Archives and page images. An {@link numeral.scan.Inventory} lists what the inputs hold as {@link numeral.scan.Source}s that tasks share
 * out; a {@link numeral.scan.SourceReader} streams one source out of the Hadoop file system, opens archives inside archives, refuses what
 * breaks a limit and decodes the rest, one {@link numeral.scan.Item} at a time: a grey page, or a {@link numeral.scan.ScanStatus} that
 * says why there is none. Entry names are only ever compared and shown; nothing is unpacked to disk.
 */
package numeral.scan;
