#include "include/curl_calls.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

unsigned long colophon_curl_write(char *bytes, unsigned long size, unsigned long count, void *data) {
    struct colophon_transfer *transfer = data;
    unsigned long length = size * count;
    if (length > transfer->limit - transfer->count) {
        transfer->was_large = 1;
        return 0;
    }
    unsigned char *grown = realloc(transfer->bytes, transfer->count + length + 1);
    if (!grown) return 0;
    memcpy(grown + transfer->count, bytes, length);
    transfer->bytes = grown;
    transfer->count += length;
    return length;
}

/* struct curl_sockaddr of libcurl's curl.h */
struct address {
    int family;
    int socktype;
    int protocol;
    unsigned int addrlen;
    struct sockaddr addr;
};

static int is_private_v4(const unsigned char *a) {
    return a[0] == 127 || a[0] == 10 || a[0] == 0 || (a[0] == 172 && (a[1] & 0xF0) == 16) || (a[0] == 192 && a[1] == 168)
        || (a[0] == 169 && a[1] == 254) || (a[0] == 100 && (a[1] & 0xC0) == 64);
}

static int is_private(const struct sockaddr *addr) {
    if (addr->sa_family == AF_INET) {
        return is_private_v4((const unsigned char *)&((const struct sockaddr_in *)addr)->sin_addr);
    }
    if (addr->sa_family == AF_INET6) {
        const unsigned char *a = ((const struct sockaddr_in6 *)addr)->sin6_addr.s6_addr;
        static const unsigned char loopback[16] = {[15] = 1};
        static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
        if (memcmp(a, mapped, 12) == 0) return is_private_v4(a + 12);
        return memcmp(a, loopback, 16) == 0 || (a[0] & 0xFE) == 0xFC || (a[0] == 0xFE && (a[1] & 0xC0) == 0x80);
    }
    return 0;
}

/* The address is looked at where it is connected to, after its name was looked up: no other can take its place. */
int colophon_curl_open(void *data, int purpose, void *pointer) {
    struct colophon_transfer *transfer = data;
    struct address *address = pointer;
    (void)purpose;
    if (!transfer->allows_public && !is_private(&address->addr)) {
        transfer->was_public = 1;
        return -1;
    }
    int descriptor = socket(address->family, address->socktype, address->protocol);
    if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
}

const void *colophon_curl_writer(void) { return (const void *)colophon_curl_write; }
const void *colophon_curl_opener(void) { return (const void *)colophon_curl_open; }

int colophon_is_private(const struct sockaddr *address) { return is_private(address); }

int colophon_is_loopback(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) {
        return ((const unsigned char *)&((const struct sockaddr_in *)address)->sin_addr)[0] == 127;
    }
    if (address->sa_family != AF_INET6) return 0;
    static const unsigned char loopback[16] = {[15] = 1};
    return memcmp(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr, loopback, 16) == 0;
}

unsigned short colophon_port(int descriptor) {
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    if (getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) return 0;
    if (address.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
    return ntohs(((struct sockaddr_in *)&address)->sin_port);
}
