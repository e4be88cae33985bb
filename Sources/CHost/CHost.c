#define _GNU_SOURCE
#include "CHost.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

const void *bilan_find(const void *text, size_t length, const void *in, size_t size) {
  return memmem(in, size, text, length);
}

int bilan_rename_new(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

static volatile sig_atomic_t caught = 0;

static sem_t arrived;

static void note(int number) {
  int before = errno;
  caught = number;
  sem_post(&arrived);
  errno = before;
}

void bilan_catch_signals(void) {
  sem_init(&arrived, 0, 0);
  struct sigaction action = {0};
  action.sa_handler = note;
  // A second one of the same kind does what it does by default: it ends the program at once.
  action.sa_flags = SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  // Whoever started us may have blocked them.
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  // A size limit or a closed pipe is an error of the write that met it, not a death.
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  sigaction(SIGXFSZ, &action, NULL);
  sigaction(SIGPIPE, &action, NULL);
}

int bilan_caught_signal(void) { return caught; }

void bilan_await_signal(void) {
  while (caught == 0) sem_wait(&arrived);
}

static void *run(void *body) {
  ((void (*)(void))body)();
  return NULL;
}

int bilan_start_thread(void (*body)(void)) {
  pthread_t thread;
  int fault = pthread_create(&thread, NULL, run, (void *)body);
  if (fault == 0) pthread_detach(thread);
  return fault;
}
static _Thread_local char words[512];

static int is_library_line(const char *line, size_t size) {
  static const char *const marks[] = {"[ERROR]", "[WARNING]"};
  for (int i = 0; i < 2; i++) {
    size_t length = strlen(marks[i]);
    if (size >= length && memcmp(line, marks[i], length) == 0) return 1;
  }
  return 0;
}

static void pass_on(const char *text, size_t size) {
  while (size > 0) {
    ssize_t written = write(STDERR_FILENO, text, size);
    if (written <= 0) return;
    text += written;
    size -= (size_t)written;
  }
}

// The stream is buffered by lines, so that each line comes here whole (or, longer than the buffer, its beginning first).
static ssize_t divert(void *cookie, const char *text, size_t size) {
  (void)cookie;
  const char *end = text + size;
  for (const char *line = text; line < end;) {
    const char *newline = memchr(line, '\n', (size_t)(end - line));
    const char *next = newline ? newline + 1 : end;
    if (!is_library_line(line, (size_t)(next - line))) {
      pass_on(line, (size_t)(next - line));
    } else if (words[0] == 0) {
      size_t length = (size_t)((newline ? newline : end) - line);
      if (length >= sizeof words) length = sizeof words - 1;
      memcpy(words, line, length);
      words[length] = 0;
    }
    line = next;
  }
  return (ssize_t)size;
}

void bilan_divert_library_words(void) {
  static char buffer[1024];
  cookie_io_functions_t functions = {.write = divert};
  FILE *stream = fopencookie(NULL, "w", functions);
  // Without the memory for it they are shown: nothing else is lost.
  if (stream == NULL) return;
  setvbuf(stream, buffer, _IOLBF, sizeof buffer);
  stderr = stream;
}

const char *bilan_library_words(void) { return words; }

void bilan_forget_library_words(void) { words[0] = 0; }

// Instead of the C library's, whose result all threads share: libxlsxwriter formats a document's date with it, and several
// workbooks are closed at once.
struct tm *gmtime(const time_t *seconds) {
  static _Thread_local struct tm result;
  return gmtime_r(seconds, &result);
}

static const char *end_text;
static int end_code;
static volatile int is_announced;

static void judge_end(void) {
  if (is_announced) return;
  pass_on(end_text, strlen(end_text));
  _exit(end_code);
}

void bilan_guard_end(const char *text, int code) {
  end_text = strdup(text);
  end_code = code;
  if (end_text != NULL) atexit(judge_end);
}

void bilan_announce_end(void) { is_announced = 1; }
