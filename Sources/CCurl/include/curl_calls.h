#ifndef COLOPHON_CURL_CALLS_H
#define COLOPHON_CURL_CALLS_H

/* libcurl is opened at run time, and its functions are pointers here. Two of them take a varying number of arguments,
   which Swift cannot call; no header of libcurl is needed for that. */

static inline int colophon_curl_set_long(void *_Nonnull setopt, void *_Nonnull handle, int option, long value) {
    return ((int (*)(void *, int, ...))setopt)(handle, option, value);
}

static inline int colophon_curl_set_pointer(
    void *_Nonnull setopt, void *_Nonnull handle, int option, const void *_Nullable value) {
    return ((int (*)(void *, int, ...))setopt)(handle, option, value);
}

static inline int colophon_curl_get_long(void *_Nonnull getinfo, void *_Nonnull handle, int info, long *_Nonnull value) {
    return ((int (*)(void *, int, ...))getinfo)(handle, info, value);
}

/* What a transfer may do and has done; the memory of the body is freed by its owner. */
struct colophon_transfer {
    int allows_public;
    /* The address was a public one, and no connection was made. */
    int was_public;
    /* The body was larger than the limit. */
    int was_large;
    unsigned long limit;
    unsigned long count;
    unsigned char *_Nullable bytes;
};

/* CURLOPT_WRITEFUNCTION and CURLOPT_OPENSOCKETFUNCTION, whose data is a transfer. */
unsigned long colophon_curl_write(char *_Nonnull bytes, unsigned long size, unsigned long count, void *_Nonnull transfer);
int colophon_curl_open(void *_Nonnull transfer, int purpose, void *_Nonnull address);

/* Whether an address is of a private network or of this machine; of this machine alone. */
struct sockaddr;
int colophon_is_private(const struct sockaddr *_Nonnull address);
int colophon_is_loopback(const struct sockaddr *_Nonnull address);
/* The port that a socket is bound to. */
unsigned short colophon_port(int descriptor);

/* As the setters take them. */
const void *_Nonnull colophon_curl_writer(void);
const void *_Nonnull colophon_curl_opener(void);

#endif
