// Records what a process does to the files below one folder, so that a loss of power at any moment can be replayed:
// LD_PRELOAD=power.so TORTURE_WATCH=FOLDER TORTURE_RECORD=FILE.
//
// Each record is: kind (1 byte), file number, offset, length of the data, data. A sync is recorded twice: when it
// begins and when it is over; only what was written before it began is on the disk once it is over.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 'o', WRITE = 'w', TRUNCATE = 't', SYNC = 's', SYNCED = 'S', RENAME = 'r', LINK = 'l', UNLINK = 'u' };
enum { FILES = 65536 };

static char watched[4096];
static size_t watchedLength;
static int record = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// The number of the file behind each descriptor; 0 for what is not watched. A number belongs to an inode.
static uint32_t numbers[FILES];
static struct { dev_t device; ino_t inode; uint32_t number; } known[FILES];
static uint32_t count;
static uint64_t syncs;

#define REAL(result, name, ...) static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t rawWrite(int file, const void *data, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(file, data, length);
}

__attribute__((constructor)) static void start(void) {
    const char *folder = getenv("TORTURE_WATCH"), *name = getenv("TORTURE_RECORD");
    if (!folder || !name || !realpath(folder, watched)) return;
    watchedLength = strlen(watched);
    record = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(char kind, uint32_t number, uint64_t offset, const void *data, uint32_t length) {
    unsigned char head[17];
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &number, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    struct iovec parts[2] = {{head, sizeof head}, {(void *)data, length}};
    if (writev(record, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

static int isWatched(const char *path, char *absolute) {
    if (record < 0 || !path) return 0;
    char folder[4096];
    const char *slash = strrchr(path, '/');
    if (slash) snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    if (!realpath(slash ? (slash == path ? "/" : folder) : ".", absolute)) return 0;
    size_t length = strlen(absolute);
    snprintf(absolute + length, 4096, "/%s", slash ? slash + 1 : path);
    // The folder itself, or what is below it.
    return strncmp(absolute, watched, watchedLength) == 0
        && (absolute[watchedLength] == 0 || absolute[watchedLength] == '/');
}

static uint32_t numberOf(int file) { return file >= 0 && file < FILES ? numbers[file] : 0; }

static int opened(int file, const char *path) {
    char absolute[4096 + 4096];
    struct stat status;
    if (file < 0 || file >= FILES || record < 0) return file;
    int saved = errno;
    pthread_mutex_lock(&lock);
    numbers[file] = 0;
    if (isWatched(path, absolute) && fstat(file, &status) == 0) {
        uint32_t index = 0;
        while (index < count && (known[index].device != status.st_dev || known[index].inode != status.st_ino)) index++;
        if (index == count && count < FILES - 1) {
            known[count].device = status.st_dev;
            known[count].inode = status.st_ino;
            known[count].number = count + 1;
            count++;
        }
        numbers[file] = known[index].number;
        put(OPEN, numbers[file], S_ISDIR(status.st_mode) ? 1 : 0, absolute, (uint32_t)strlen(absolute));
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return file;
}

#define OPENING(function) \
    int function(const char *path, int flags, ...) { \
        REAL(int, #function, const char *, int, ...); \
        va_list arguments; va_start(arguments, flags); mode_t mode = va_arg(arguments, mode_t); va_end(arguments); \
        return opened(real(path, flags, mode), path); \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(function) \
    int function(int folder, const char *path, int flags, ...) { \
        REAL(int, #function, int, const char *, int, ...); \
        va_list arguments; va_start(arguments, flags); mode_t mode = va_arg(arguments, mode_t); va_end(arguments); \
        return opened(real(folder, path, flags, mode), path); \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int file) {
    REAL(int, "close", int);
    if (record >= 0 && file >= 0 && file < FILES) {
        if (file == record) return 0;
        numbers[file] = 0;
    }
    return real(file);
}

ssize_t write(int file, const void *data, size_t length) {
    uint32_t number = numberOf(file);
    if (!number) return rawWrite(file, data, length);
    pthread_mutex_lock(&lock);
    off_t offset = lseek(file, 0, SEEK_CUR);
    ssize_t written = rawWrite(file, data, length);
    if (written > 0) put(WRITE, number, (uint64_t)offset, data, (uint32_t)written);
    pthread_mutex_unlock(&lock);
    return written;
}

#define WRITING(function) \
    ssize_t function(int file, const void *data, size_t length, off_t offset) { \
        REAL(ssize_t, #function, int, const void *, size_t, off_t); \
        uint32_t number = numberOf(file); \
        if (!number) return real(file, data, length, offset); \
        pthread_mutex_lock(&lock); \
        ssize_t written = real(file, data, length, offset); \
        if (written > 0) put(WRITE, number, (uint64_t)offset, data, (uint32_t)written); \
        pthread_mutex_unlock(&lock); \
        return written; \
    }
WRITING(pwrite)
WRITING(pwrite64)

#define TRUNCATING(function) \
    int function(int file, off_t length) { \
        REAL(int, #function, int, off_t); \
        uint32_t number = numberOf(file); \
        if (!number) return real(file, length); \
        pthread_mutex_lock(&lock); \
        int result = real(file, length); \
        if (result == 0) put(TRUNCATE, number, (uint64_t)length, NULL, 0); \
        pthread_mutex_unlock(&lock); \
        return result; \
    }
TRUNCATING(ftruncate)
TRUNCATING(ftruncate64)

#define SYNCING(function) \
    int function(int file) { \
        REAL(int, #function, int); \
        uint32_t number = numberOf(file); \
        if (!number) return real(file); \
        pthread_mutex_lock(&lock); \
        uint64_t mine = ++syncs; \
        put(SYNC, number, mine, NULL, 0); \
        pthread_mutex_unlock(&lock); \
        int result = real(file); \
        pthread_mutex_lock(&lock); \
        if (result == 0) put(SYNCED, number, mine, NULL, 0); \
        pthread_mutex_unlock(&lock); \
        return result; \
    }
SYNCING(fsync)
SYNCING(fdatasync)

// A name that goes away takes its inode along when it is the last: the next file with that inode is another one.
static void forget(const char *path) {
    struct stat status;
    if (record < 0 || lstat(path, &status) != 0 || status.st_nlink > 1 || S_ISDIR(status.st_mode)) return;
    for (uint32_t index = 0; index < count; index++) {
        if (known[index].device == status.st_dev && known[index].inode == status.st_ino) known[index].inode = 0;
    }
}

static int named(char kind, int result, const char *from, const char *to) {
    char both[16384], absolute[8192];
    if (result != 0 || record < 0) return result;
    int saved = errno;
    if (isWatched(from, absolute)) {
        int length = snprintf(both, sizeof both, "%s", absolute);
        if (to && isWatched(to, absolute)) {
            length += snprintf(both + length + 1, sizeof both - (size_t)length - 1, "%s", absolute) + 1;
        }
        put(kind, 0, 0, both, (uint32_t)length);
    }
    errno = saved;
    return result;
}

#define NAMING(kind, function) \
    int function(const char *from, const char *to) { \
        REAL(int, #function, const char *, const char *); \
        pthread_mutex_lock(&lock); \
        if (kind == RENAME) forget(to); \
        int result = named(kind, real(from, to), from, to); \
        pthread_mutex_unlock(&lock); \
        return result; \
    }
NAMING(RENAME, rename)
NAMING(LINK, link)

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    pthread_mutex_lock(&lock);
    forget(path);
    int result = named(UNLINK, real(path), path, NULL);
    pthread_mutex_unlock(&lock);
    return result;
}
