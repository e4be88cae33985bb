/* Makes the Nth file call of a command fail, or kills the command there.
 *
 *   inject --under DIR --fault KILL|ERRNO|none [--at N] [--sticky] [--calls a,b,c] [--report FILE] -- COMMAND…
 *
 * strace's inject= counts each thread by itself and knows no folders; this counts over all threads, and only calls whose path,
 * or whose descriptor's path, lies under DIR. --calls: only these; `openat+` are the openat that may write or create. --sticky:
 * the Nth and all that follow. --fault none lists every call. The report has a line a call: what was listed, or what was hit.
 * Ends as the command ended. x86-64 Linux. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where a call says which file it means: a path, a path beside a folder's descriptor, a descriptor; twice for two. */
enum { PATH = 1, AT, FD, PATHS, ATS, SECOND, SECOND_AT, MAP, FDS };
static const struct { int number; const char *name; int form; } CALLS[] = {
  {SYS_open, "open", PATH}, {SYS_openat, "openat", AT}, {SYS_openat2, "openat2", AT}, {SYS_creat, "creat", PATH},
  {SYS_read, "read", FD}, {SYS_pread64, "pread64", FD}, {SYS_readv, "readv", FD}, {SYS_preadv, "preadv", FD},
  {SYS_write, "write", FD}, {SYS_pwrite64, "pwrite64", FD}, {SYS_writev, "writev", FD}, {SYS_pwritev, "pwritev", FD},
  {SYS_close, "close", FD}, {SYS_stat, "stat", PATH}, {SYS_lstat, "lstat", PATH}, {SYS_fstat, "fstat", FD},
  {SYS_newfstatat, "newfstatat", AT}, {SYS_statx, "statx", AT}, {SYS_access, "access", PATH},
  {SYS_faccessat, "faccessat", AT}, {SYS_faccessat2, "faccessat2", AT}, {SYS_readlink, "readlink", PATH},
  {SYS_readlinkat, "readlinkat", AT}, {SYS_getdents64, "getdents64", FD}, {SYS_mkdir, "mkdir", PATH},
  {SYS_mkdirat, "mkdirat", AT}, {SYS_rmdir, "rmdir", PATH}, {SYS_unlink, "unlink", PATH}, {SYS_unlinkat, "unlinkat", AT},
  {SYS_rename, "rename", PATHS}, {SYS_renameat, "renameat", ATS}, {SYS_renameat2, "renameat2", ATS},
  {SYS_symlink, "symlink", SECOND}, {SYS_symlinkat, "symlinkat", SECOND_AT}, {SYS_link, "link", PATHS},
  {SYS_linkat, "linkat", ATS}, {SYS_chmod, "chmod", PATH}, {SYS_fchmod, "fchmod", FD}, {SYS_fchmodat, "fchmodat", AT},
  {SYS_chown, "chown", PATH}, {SYS_fchown, "fchown", FD}, {SYS_truncate, "truncate", PATH}, {SYS_ftruncate, "ftruncate", FD},
  {SYS_fallocate, "fallocate", FD}, {SYS_fsync, "fsync", FD}, {SYS_fdatasync, "fdatasync", FD},
  {SYS_sync_file_range, "sync_file_range", FD}, {SYS_syncfs, "syncfs", FD}, {SYS_flock, "flock", FD}, {SYS_fcntl, "fcntl", FD},
  {SYS_statfs, "statfs", PATH}, {SYS_fstatfs, "fstatfs", FD}, {SYS_lseek, "lseek", FD}, {SYS_utimensat, "utimensat", AT},
  {SYS_mmap, "mmap", MAP}, {SYS_copy_file_range, "copy_file_range", FDS}, {SYS_sendfile, "sendfile", FDS},
  {SYS_fadvise64, "fadvise64", FD},
};
enum { COUNT = sizeof CALLS / sizeof *CALLS };

static const char *under, *calls;
static long at, seen;
static int fault, sticky;
static FILE *report;

static int fail(const char *what) { perror(what); exit(99); }

static void text_at(pid_t pid, unsigned long address, char *out, size_t size) {
  size_t got = 0;
  while (got < size - 1) { /* a page at a time: a string may end where nothing follows */
    size_t part = 4096 - (address + got) % 4096;
    if (part > size - 1 - got) part = size - 1 - got;
    struct iovec here = {out + got, part}, there = {(void *)(address + got), part};
    ssize_t count = process_vm_readv(pid, &here, 1, &there, 1, 0);
    if (count <= 0) break;
    if (memchr(out + got, 0, count)) return;
    got += count;
  }
  out[got] = 0;
}

static void descriptor_path(pid_t pid, int fd, char *out, size_t size) {
  char link[64];
  if (fd == AT_FDCWD) snprintf(link, sizeof link, "/proc/%d/cwd", pid);
  else snprintf(link, sizeof link, "/proc/%d/fd/%d", pid, fd);
  ssize_t count = readlink(link, out, size - 1);
  out[count > 0 ? count : 0] = 0;
}

static void path_at(pid_t pid, int folder, unsigned long address, char *out, size_t size) {
  char name[4096], base[4096];
  text_at(pid, address, name, sizeof name);
  if (name[0] == '/') { snprintf(out, size, "%s", name); return; }
  descriptor_path(pid, folder, base, sizeof base);
  snprintf(out, size, name[0] ? "%s/%s" : "%s", base, name);
}

static int is_under(const char *path) {
  size_t length = strlen(under);
  return strncmp(path, under, length) == 0 && (path[length] == 0 || path[length] == '/');
}

/* The path that a call means, and whether it is under the folder. */
static int touches(pid_t pid, int form, const struct user_regs_struct *r, char *path, size_t size) {
  unsigned long a[] = {r->rdi, r->rsi, r->rdx, r->r10, r->r8};
  switch (form) {
  case PATH: path_at(pid, AT_FDCWD, a[0], path, size); break;
  case AT: path_at(pid, a[0], a[1], path, size); break;
  case FD: descriptor_path(pid, a[0], path, size); break;
  case SECOND: path_at(pid, AT_FDCWD, a[1], path, size); break;
  case SECOND_AT: path_at(pid, a[1], a[2], path, size); break;
  case MAP: if ((int)a[4] < 0) return 0; descriptor_path(pid, a[4], path, size); break;
  case PATHS: path_at(pid, AT_FDCWD, a[1], path, size); if (is_under(path)) return 1; path_at(pid, AT_FDCWD, a[0], path, size); break;
  case ATS: path_at(pid, a[2], a[3], path, size); if (is_under(path)) return 1; path_at(pid, a[0], a[1], path, size); break;
  case FDS: descriptor_path(pid, a[1], path, size); if (is_under(path)) return 1; descriptor_path(pid, a[0], path, size); break;
  }
  return is_under(path);
}

static int is_wanted(const char *name) {
  if (!calls) return 1;
  size_t length = strlen(name);
  for (const char *p = calls; (p = strstr(p, name)); p += length)
    if ((p == calls || p[-1] == ',') && (p[length] == 0 || p[length] == ',')) return 1;
  return 0;
}

/* A file call is about to be made: count it, and let it fail where it is the one. */
static void arrived(pid_t pid) {
  struct user_regs_struct r;
  if (ptrace(PTRACE_GETREGS, pid, 0, &r)) return;
  int i = 0;
  while (i < COUNT && CALLS[i].number != (int)r.orig_rax) i++;
  if (i == COUNT) return;
  if (CALLS[i].number == SYS_fcntl && r.rsi != F_GETLK && r.rsi != F_SETLK && r.rsi != F_SETLKW && (r.rsi < 36 || r.rsi > 38)) return;
  char path[8192];
  if (!touches(pid, CALLS[i].form, &r, path, sizeof path)) return;
  const char *name = CALLS[i].name;
  int writes = CALLS[i].number == SYS_openat && (r.rdx & (O_WRONLY | O_RDWR | O_CREAT));
  if (CALLS[i].number == SYS_newfstatat) {
    char first[2] = "";
    text_at(pid, r.rsi, first, sizeof first);
    if (!first[0]) name = "fstat"; /* what glibc makes of fstat */
  }
  if (!is_wanted(name) && !(writes && is_wanted("openat+"))) return;
  seen++;
  if (fault == 0 || seen == at || (sticky && seen > at)) {
    if (report && (fault == 0 || seen == at)) fprintf(report, "%ld\t%s%s\t%s\n", seen, name, writes ? "+" : "", path), fflush(report);
    if (fault < 0) { kill(pid, SIGKILL); return; }
    if (fault > 0) {
      r.orig_rax = -1;
      r.rax = -fault;
      ptrace(PTRACE_SETREGS, pid, 0, &r);
    }
  }
}

static void filter_calls(void) {
  struct sock_filter program[COUNT + 3];
  int n = 0;
  program[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (int i = 0; i < COUNT; i++)
    program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CALLS[i].number, COUNT - i, 0);
  program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
  struct sock_fprog filter = {n, program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) fail("seccomp");
}

static int error_named(const char *name) {
  static const struct { const char *name; int code; } ERRORS[] = {
    {"none", 0}, {"KILL", -1}, {"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EROFS", EROFS}, {"EACCES", EACCES}, {"EMFILE", EMFILE},
    {"EINTR", EINTR}, {"EDQUOT", EDQUOT}, {"ENOENT", ENOENT}, {"EPERM", EPERM}, {"ENOMEM", ENOMEM}, {"EBUSY", EBUSY}};
  for (size_t i = 0; i < sizeof ERRORS / sizeof *ERRORS; i++)
    if (!strcmp(ERRORS[i].name, name)) return ERRORS[i].code;
  fprintf(stderr, "inject: no such fault: %s\n", name);
  exit(99);
}

static char **understood(char **argument) {
  for (argument++; *argument && strcmp(*argument, "--"); argument++) {
    if (!strcmp(*argument, "--sticky")) sticky = 1;
    else if (!strcmp(*argument, "--under")) under = *++argument;
    else if (!strcmp(*argument, "--calls")) calls = *++argument;
    else if (!strcmp(*argument, "--at")) at = atol(*++argument);
    else if (!strcmp(*argument, "--fault")) fault = error_named(*++argument);
    else if (!strcmp(*argument, "--report")) { if (!(report = fopen(*++argument, "w"))) fail("report"); fcntl(fileno(report), F_SETFD, FD_CLOEXEC); }
    else { fprintf(stderr, "inject: %s?\n", *argument); exit(99); }
  }
  if (!*argument || !under) { fprintf(stderr, "inject: --under DIR -- COMMAND\n"); exit(99); }
  return argument + 1;
}

int main(int argc, char **argv) {
  (void)argc;
  char **command = understood(argv);
  pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    filter_calls();
    execvp(*command, command);
    fail(*command);
  }
  int status;
  waitpid(child, &status, 0);
  ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
         | PTRACE_O_EXITKILL);
  ptrace(PTRACE_CONT, child, 0, 0);
  for (;;) {
    pid_t pid = waitpid(-1, &status, __WALL);
    if (pid < 0) fail("waitpid");
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (pid != child) continue;
      if (report) fclose(report);
      if (WIFEXITED(status)) exit(WEXITSTATUS(status));
      signal(WTERMSIG(status), SIG_DFL);
      raise(WTERMSIG(status));
      exit(128 + WTERMSIG(status));
    }
    int signal = WSTOPSIG(status);
    if (status >> 8 == (SIGTRAP | (PTRACE_EVENT_SECCOMP << 8))) arrived(pid), signal = 0;
    else if (status >> 16 || signal == SIGSTOP || signal == SIGTRAP) signal = 0;
    ptrace(PTRACE_CONT, pid, 0, signal);
  }
}
