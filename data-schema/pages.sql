CREATE TABLE IF NOT EXISTS ${table} (
  `key` STRING NOT NULL COMMENT 'archive!/entry#page: unique within the run',
  run STRING NOT NULL COMMENT 'Extract run that published the row',
  archive STRING NOT NULL COMMENT 'Input that held the item, as given',
  entry STRING NOT NULL COMMENT 'Name inside the archive or directory; empty for the archive itself',
  page INT NOT NULL COMMENT 'Page of a multi-page document, from 0',
  sha256 STRING COMMENT 'SHA-256 of the entry\'s bytes, hexadecimal; null where they could not be read',
  status STRING NOT NULL COMMENT 'Exactly one of the statuses in docs/statuses.md',
  reason STRING COMMENT 'Why, when the status is not OK',
  template STRING COMMENT 'Form template that was found or came nearest: name@digest, a key of templates',
  code STRING COMMENT 'Text of the page\'s barcode or QR code; null where its template declares none or none was read',
  recipe STRING NOT NULL COMMENT 'SHA-256 of templates and settings, hexadecimal: equal bytes under an equal recipe are not read again',
  width_px INT COMMENT 'Width of the page in pixels as scanned',
  height_px INT COMMENT 'Height of the page in pixels as scanned',
  dpi_declared DOUBLE COMMENT 'Resolution that the file declares, dots per inch',
  dpi DOUBLE COMMENT 'Resolution inferred from the template\'s size, dots per inch',
  angle_deg DOUBLE COMMENT 'Rotation of the page against the template, degrees, clockwise positive',
  residual_mm DOUBLE COMMENT 'Root mean square distance of registration features after the fit, millimetres',
  regions ARRAY<STRUCT<field: STRING, x_px: DOUBLE, y_px: DOUBLE, w_px: DOUBLE, h_px: DOUBLE, x_mm: DOUBLE, y_mm: DOUBLE, w_mm: DOUBLE, h_mm: DOUBLE, ink: DOUBLE, residual_mm: DOUBLE, nodes: INT, state: STRING, reasons: ARRAY<STRING>>> COMMENT 'Where each field was found: bounding box in page pixels and template millimetres, share of ink, residual of its own lines, nodes of its segmentation lattice, state (FILLED, BLANK, CROSSED_OUT or OVERWRITTEN), geometry reasons against accepting it',
  thumbnail BINARY COMMENT 'Grey PNG of the page at reduced size for the report; null unless asked for',
  decode_ms DOUBLE COMMENT 'Milliseconds spent decoding the image',
  register_ms DOUBLE COMMENT 'Milliseconds spent finding the form on the page',
  segment_ms DOUBLE COMMENT 'Milliseconds spent cutting and normalising digits'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One inventory item of one extract run'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
