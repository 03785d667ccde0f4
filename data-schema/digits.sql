CREATE TABLE IF NOT EXISTS ${table} (
  `key` STRING NOT NULL COMMENT 'dataset/split/source/index: unique, and the same whenever the same file is read again',
  run STRING NOT NULL COMMENT 'Ingest run that published the row',
  dataset STRING NOT NULL COMMENT 'Name of the dataset, for example mnist',
  split STRING NOT NULL COMMENT 'Part of the dataset: train, test or a name of the user\'s',
  image BINARY NOT NULL COMMENT '784 unsigned bytes, row by row, 0 = paper, 255 = full ink',
  label INT NOT NULL COMMENT 'The digit, 0 to 9',
  source STRING NOT NULL COMMENT 'File that the image was read from: its last path component, or in a folder of images its path there',
  source_index BIGINT NOT NULL COMMENT 'Position of the image in that file, from 0',
  writer BIGINT COMMENT 'Writer of the digit, where the dataset tells'
)
USING iceberg
PARTITIONED BY (dataset, split)
COMMENT 'One labelled 28x28 digit image'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
