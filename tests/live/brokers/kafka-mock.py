"""librdkafka's mock cluster as a process: kafka-mock.py TOPIC PARTITIONS. Prints its address, and ends with its input.

Debian: apt-get install librdkafka1. It keeps its messages in memory, and knows no rebalancing and no retention.
"""

import ctypes
import sys

rdkafka = ctypes.CDLL("librdkafka.so.1")
rdkafka.rd_kafka_conf_new.restype = ctypes.c_void_p
rdkafka.rd_kafka_new.restype = ctypes.c_void_p
rdkafka.rd_kafka_new.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
rdkafka.rd_kafka_mock_cluster_new.restype = ctypes.c_void_p
rdkafka.rd_kafka_mock_cluster_new.argtypes = [ctypes.c_void_p, ctypes.c_int]
rdkafka.rd_kafka_mock_cluster_bootstraps.restype = ctypes.c_char_p
rdkafka.rd_kafka_mock_cluster_bootstraps.argtypes = [ctypes.c_void_p]
rdkafka.rd_kafka_mock_topic_create.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int]

message = ctypes.create_string_buffer(512)
client = rdkafka.rd_kafka_new(0, rdkafka.rd_kafka_conf_new(), message, 512)
if not client:
    sys.exit(message.value.decode())
cluster = rdkafka.rd_kafka_mock_cluster_new(client, 1)
error = rdkafka.rd_kafka_mock_topic_create(cluster, sys.argv[1].encode(), int(sys.argv[2]), 1)
if error != 0:
    sys.exit(f"the topic cannot be made: {error}")
print(rdkafka.rd_kafka_mock_cluster_bootstraps(cluster).decode(), flush=True)
sys.stdin.read()
