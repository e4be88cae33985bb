"""Runs the query on Spark, on this machine alone."""
import csv

import tables
from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StructField, StructType


def run(query, facts, out, threads=None, memory=None):
    threads = threads or "*"
    session = (
        SparkSession.builder.master(f"local[{threads}]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", memory or "4g")
        .config("spark.sql.shuffle.partitions", "64")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    for name in tables.NAMES:
        paths, is_parquet = tables.files(facts, name)
        if is_parquet:
            frame = session.read.parquet(*paths)
        else:
            schema = StructType([StructField(column, LongType()) for column in tables.columns(paths[0])])
            frame = session.read.csv(paths, header=True, schema=schema)
        frame.createOrReplaceTempView(name)
    result = session.sql(query)
    with open(out, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(result.columns)
        for row in result.toLocalIterator():
            writer.writerow("" if cell is None else cell for cell in row)
