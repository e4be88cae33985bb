/* A file system of one file, disk.img, that lives in memory and writes down all that is written to it, barriers included.
 *
 *   blocklog MOUNTPOINT SIZE LOG [IMAGE]
 *
 * The log: a record is a byte (W: write, F: flush, M: a mark), then when, offset and length of 8 bytes each, and for W the
 * bytes. When: nanoseconds of the monotonic clock, so that the logs of two disks can be held beside each other. A loop device on disk.img passes each barrier of the file system above it on as fsync: that is F. Writing to the file `mark`
 * is M, its length the number that was written. IMAGE: what the disk holds at first. */
#define FUSE_USE_VERSION 31
#define _GNU_SOURCE
#include <errno.h>
#include <fuse.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

static char *disk;
static size_t size;
static FILE *journal;

static void note(char kind, uint64_t offset, uint64_t length, const char *bytes) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  uint64_t when = now.tv_sec * 1000000000ull + now.tv_nsec;
  fputc(kind, journal);
  fwrite(&when, 8, 1, journal);
  fwrite(&offset, 8, 1, journal);
  fwrite(&length, 8, 1, journal);
  if (bytes) fwrite(bytes, 1, length, journal);
  fflush(journal);
}

static int get_attributes(const char *path, struct stat *st, struct fuse_file_info *info) {
  (void)info;
  memset(st, 0, sizeof *st);
  if (!strcmp(path, "/")) st->st_mode = S_IFDIR | 0755, st->st_nlink = 2;
  else if (!strcmp(path, "/disk.img")) st->st_mode = S_IFREG | 0600, st->st_nlink = 1, st->st_size = size;
  else if (!strcmp(path, "/mark")) st->st_mode = S_IFREG | 0600, st->st_nlink = 1;
  else return -ENOENT;
  return 0;
}

static int list(const char *path, void *buffer, fuse_fill_dir_t fill, off_t offset, struct fuse_file_info *info,
                enum fuse_readdir_flags flags) {
  (void)path, (void)offset, (void)info, (void)flags;
  fill(buffer, "disk.img", NULL, 0, 0);
  fill(buffer, "mark", NULL, 0, 0);
  return 0;
}

static int open_file(const char *path, struct fuse_file_info *info) {
  info->direct_io = !strcmp(path, "/mark");
  return 0;
}

static int read_bytes(const char *path, char *out, size_t count, off_t offset, struct fuse_file_info *info) {
  (void)path, (void)info;
  if ((size_t)offset >= size) return 0;
  if (offset + count > size) count = size - offset;
  memcpy(out, disk + offset, count);
  return count;
}

static int write_bytes(const char *path, const char *in, size_t count, off_t offset, struct fuse_file_info *info) {
  (void)info;
  if (!strcmp(path, "/mark")) { note('M', 0, strtoull(in, NULL, 10), NULL); return count; }
  if (offset + count > size) return -ENOSPC;
  memcpy(disk + offset, in, count);
  note('W', offset, count, in);
  return count;
}

static int barrier(const char *path, int data, struct fuse_file_info *info) {
  (void)path, (void)data, (void)info;
  note('F', 0, 0, NULL);
  return 0;
}

/* Room that is given back: it reads as zeros, as a write of zeros would make it. */
static int give_back(const char *path, int mode, off_t offset, off_t length, struct fuse_file_info *info) {
  (void)path, (void)mode, (void)info;
  if ((size_t)(offset + length) > size) return -ENOSPC;
  memset(disk + offset, 0, length);
  note('W', offset, length, disk + offset);
  return 0;
}

static int truncate_file(const char *path, off_t length, struct fuse_file_info *info) {
  (void)path, (void)length, (void)info;
  return 0;
}

static void *start(struct fuse_conn_info *connection, struct fuse_config *config) {
  connection->want &= ~FUSE_CAP_WRITEBACK_CACHE; /* each write at once, in its order */
  config->kernel_cache = 1;
  return NULL;
}

static const struct fuse_operations OPERATIONS = {
  .getattr = get_attributes, .readdir = list, .open = open_file, .read = read_bytes, .write = write_bytes, .fsync = barrier,
  .fallocate = give_back, .truncate = truncate_file, .init = start,
};

int main(int argc, char **argv) {
  if (argc < 4) { fprintf(stderr, "blocklog MOUNTPOINT SIZE LOG [IMAGE]\n"); return 2; }
  size = strtoull(argv[2], NULL, 10);
  disk = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  journal = fopen(argv[3], "wb");
  if (disk == MAP_FAILED || !journal) { perror(argv[3]); return 1; }
  if (argc > 4) {
    FILE *image = fopen(argv[4], "rb");
    if (!image || fread(disk, 1, size, image) != size) { perror(argv[4]); return 1; }
    fclose(image);
  }
  char *arguments[] = {argv[0], "-f", "-s", argv[1], NULL};
  return fuse_main(4, arguments, &OPERATIONS, NULL);
}
