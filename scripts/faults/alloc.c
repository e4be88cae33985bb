// Preloaded by scripts/fault-alloc: the N-th allocation that a library asks for itself fails (with FAULT_FROM, every one from
// the N-th on). Whoever calls is known by its address.
//   FAULT_LIBRARY  part of the library's file name, as libxlsxwriter
//   FAULT_N        1, 2, …; 0: none fails, they are counted
//   FAULT_LOG      a file: how many were asked for, and whether one was refused
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static uintptr_t first, last;
static long wanted;
static int from;
static atomic_long asked, refused;

static int look(struct dl_phdr_info *info, size_t size, void *name) {
  (void)size;
  if (strstr(info->dlpi_name, name) == NULL) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
    first = info->dlpi_addr + part->p_vaddr;
    last = first + part->p_memsz;
  }
  return 1;
}

__attribute__((constructor)) static void begin(void) {
  const char *library = getenv("FAULT_LIBRARY"), *number = getenv("FAULT_N");
  if (library == NULL || number == NULL) return;
  wanted = atol(number);
  from = getenv("FAULT_FROM") != NULL;
  dl_iterate_phdr(look, (void *)library);
}

// Also where the process dies of what was refused.
static void note(void) {
  const char *path = getenv("FAULT_LOG");
  int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644) : -1;
  if (file < 0) return;
  char text[64];
  int length = snprintf(text, sizeof text, "%ld %ld\n", (long)asked, (long)refused);
  if (write(file, text, (size_t)length) < 0) {}
  close(file);
}

__attribute__((destructor)) static void end(void) { note(); }

static int fails(void *caller) {
  uintptr_t address = (uintptr_t)caller;
  if (address < first || address >= last) return 0;
  long number = atomic_fetch_add(&asked, 1) + 1;
  if (wanted == 0 || number < wanted || (number > wanted && !from)) return 0;
  if (atomic_fetch_add(&refused, 1) == 0) note();
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) { return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) {
  return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
  return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(pointer, size);
}
