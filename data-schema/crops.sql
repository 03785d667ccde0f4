CREATE TABLE IF NOT EXISTS ${table} (
  `key` STRING NOT NULL COMMENT 'page key, field, from and to: unique within the run',
  run STRING NOT NULL COMMENT 'Extract run that published the row',
  page STRING NOT NULL COMMENT 'Key of the page',
  field STRING NOT NULL COMMENT 'Field of the template',
  from_node INT NOT NULL COMMENT 'Lattice node where the candidate starts; for a cell its position from 0',
  to_node INT NOT NULL COMMENT 'Lattice node where the candidate ends; for a cell from_node + 1',
  image BINARY NOT NULL COMMENT '784 unsigned bytes in MNIST\'s normalisation, 0 = paper, 255 = full ink',
  cost DOUBLE NOT NULL COMMENT 'Negative log prior of this cut before any classifier has looked, 0 = certain',
  ink DOUBLE NOT NULL COMMENT 'Ink area in square millimetres before normalisation',
  residue DOUBLE NOT NULL COMMENT 'Share of the ink that looks like a left-over of a printed line, 0 to 1',
  x_mm DOUBLE NOT NULL COMMENT 'Left edge of the ink in template millimetres',
  y_mm DOUBLE NOT NULL COMMENT 'Top edge of the ink in template millimetres',
  w_mm DOUBLE NOT NULL COMMENT 'Width of the ink in millimetres',
  h_mm DOUBLE NOT NULL COMMENT 'Height of the ink in millimetres'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One normalised digit candidate: an arc of its field\'s segmentation lattice'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
