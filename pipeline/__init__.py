"""The data flow on Apache Beam: recipe -> stages -> Parquet shards."""
