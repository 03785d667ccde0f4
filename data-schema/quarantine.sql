CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Run that refused it',
  dataset STRING NOT NULL COMMENT 'Dataset that the record was meant for',
  split STRING NOT NULL COMMENT 'Part of the dataset that the record was meant for',
  source STRING NOT NULL COMMENT 'File',
  `offset` BIGINT NOT NULL COMMENT 'Record or line number in the file, from 0',
  reason STRING NOT NULL COMMENT 'Short name of the defect',
  detail STRING NOT NULL COMMENT 'Expected and found',
  sha256 STRING NOT NULL COMMENT 'SHA-256 of the record\'s bytes, hexadecimal; empty where they were not read'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One refused record; never its payload'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.dataset' = 'full',
  'write.metadata.metrics.column.split' = 'full'
)
