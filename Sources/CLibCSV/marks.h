// Where the bytes stand that matter to a reader, sixty-four at a time: bit n is byte n. SSE2 is part of every x86-64; elsewhere one
// byte after the other.
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// The delimiter, quotes and line ends.
static inline uint64_t csv_marks(const unsigned char *text, unsigned char delimiter) {
  uint64_t marks = 0;
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quotes = _mm_set1_epi8('"');
  const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * part));
    const __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_cmpeq_epi8(bytes, quotes)),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, feeds), _mm_cmpeq_epi8(bytes, returns)));
    marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * part);
  }
#else
  for (int place = 0; place < 64; place++) {
    const unsigned char byte = text[place];
    marks |= (uint64_t)(byte == delimiter || byte == '"' || byte == '\n' || byte == '\r') << place;
  }
#endif
  return marks;
}

// Bytes beyond ASCII, and whether one is a NUL.
static inline uint64_t csv_beyond_ascii(const unsigned char *text, int *has_nul) {
  uint64_t beyond = 0;
#if defined(__SSE2__)
  __m128i nuls = _mm_setzero_si128();
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * part));
    nuls = _mm_or_si128(nuls, _mm_cmpeq_epi8(bytes, _mm_setzero_si128()));
    beyond |= (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (16 * part);
  }
  *has_nul |= _mm_movemask_epi8(nuls);
#else
  for (int place = 0; place < 64; place++) {
    beyond |= (uint64_t)(text[place] >> 7) << place;
    *has_nul |= text[place] == 0;
  }
#endif
  return beyond;
}
