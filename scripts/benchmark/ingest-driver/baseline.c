/* baseline FILE RUNS: libcsv alone on the file, strict, with callbacks that only count. Seconds of each run, one a line. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static size_t fields, rows;
static void field(void *text, size_t count, void *data) { (void)text; (void)count; (void)data; fields++; }
static void row(int end, void *data) { (void)end; (void)data; rows++; }

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 66;
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file);
  rewind(file);
  char *bytes = malloc(size);
  if (fread(bytes, 1, size, file) != size) return 74;
  for (int run = atoi(argv[2]); run > 0; run--) {
    struct csv_parser parser;
    struct timespec start, end;
    fields = rows = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, ';');
    if (csv_parse(&parser, bytes, size, field, row, NULL) != size || csv_fini(&parser, field, row, NULL)) return 65;
    csv_free(&parser);
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.6f\n", end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9);
  }
  fprintf(stderr, "%zu rows, %zu fields\n", rows, fields);
  return 0;
}
