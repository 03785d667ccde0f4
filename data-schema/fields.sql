CREATE TABLE IF NOT EXISTS ${table} (
  page STRING NOT NULL COMMENT 'Key of the page',
  run STRING NOT NULL COMMENT 'Run that published the row',
  model STRING NOT NULL COMMENT 'Id of the model',
  field STRING NOT NULL COMMENT 'Field of the template',
  state STRING NOT NULL COMMENT 'What the writer left: FILLED, BLANK, CROSSED_OUT (a stroke through the field) or OVERWRITTEN (a stroke through some digits, or a digit blackened)',
  raw STRING COMMENT 'Digits as the classifier read them; null where nothing could be read',
  value STRING COMMENT 'Value after the field\'s checks; null where there is none',
  confidence DOUBLE NOT NULL COMMENT 'Probability that value is right, 0 to 1',
  weakest DOUBLE COMMENT 'Lowest calibrated probability among the field\'s digits',
  checks STRING NOT NULL COMMENT 'PASSED, FAILED, CORRECTED or NONE',
  decision STRING NOT NULL COMMENT 'ACCEPT, REVIEW, BLANK (empty or crossed out, and not required) or ERROR',
  gated BOOLEAN NOT NULL COMMENT 'Whether a gate forbids accepting a value at any confidence',
  reasons ARRAY<STRING> NOT NULL COMMENT 'Why the decision is not ACCEPT; empty when it is',
  audit BOOLEAN NOT NULL COMMENT 'Whether the accepted field belongs to the sample that a person looks at all the same',
  crops ARRAY<STRING> NOT NULL COMMENT 'Keys of the crops that were read, left to right',
  x_px DOUBLE COMMENT 'Left edge of the field in page pixels',
  y_px DOUBLE COMMENT 'Top edge of the field in page pixels',
  w_px DOUBLE COMMENT 'Width of the field in page pixels',
  h_px DOUBLE COMMENT 'Height of the field in page pixels',
  x_mm DOUBLE NOT NULL COMMENT 'Left edge of the field in template millimetres',
  y_mm DOUBLE NOT NULL COMMENT 'Top edge of the field in template millimetres',
  w_mm DOUBLE NOT NULL COMMENT 'Width of the field in millimetres',
  h_mm DOUBLE NOT NULL COMMENT 'Height of the field in millimetres'
)
USING iceberg
PARTITIONED BY (run, model)
COMMENT 'One field of one page as read by one model'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
