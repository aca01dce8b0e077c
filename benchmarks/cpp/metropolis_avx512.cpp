// Multi-spin Metropolis of the Ising model on the periodic L x L lattice at the critical temperature, L even, 512
// replicas at once, AVX-512. A site is one register; random masks come from ladders of binary digits, and rare
// corrections make their probabilities exact. Generators stay in registers: two sets of eight xoroshiro128++ (Blackman
// and Vigna 2021). A unit of work is an attempt to flip a spin.
//   g++ -O3 -march=native -o metropolis_avx512 metropolis_avx512.cpp && echo 1 | ./metropolis_avx512 16
#include "common.h"

#include <immintrin.h>

#include <algorithm>

namespace {

using Vector = __m512i;

Vector seeded(SplitMix &seeds) {
    alignas(64) uint64_t words[8];
    for (uint64_t &word : words) word = seeds.next() | 1;
    return _mm512_load_si512(words);
}

struct Lanes {
    Vector a, b;

    inline Vector next() {
        Vector r = _mm512_add_epi64(_mm512_rol_epi64(_mm512_add_epi64(a, b), 17), a);
        b = _mm512_xor_si512(b, a);
        a = _mm512_ternarylogic_epi64(_mm512_rol_epi64(a, 49), b, _mm512_slli_epi64(b, 21), 0x96);
        b = _mm512_rol_epi64(b, 28);
        return r;
    }
};

inline Vector majority(Vector m, Vector r, Vector digit) { return _mm512_ternarylogic_epi64(m, r, digit, 0xE8); }

// multiple / 2^levels, and the probability of the correction that makes it exact.
struct Ladder {
    long multiple;
    double correction;
    bool sets;

    Ladder(double p, int levels) {
        double scale = std::ldexp(1.0, levels);
        long below = long(p * scale);
        double q = below / scale, up = (below + 1) / scale;
        double set = (p - q) / (1 - q), clear = (up - p) / up;
        sets = set <= clear;
        multiple = sets ? below : below + 1;
        correction = sets ? set : clear;
    }
};

// Sets or clears bits with a small probability: a Poisson number of places, drawn with replacement.
struct Corrections {
    bool sets;
    int digits;
    std::vector<double> cumulative;
    size_t typical;
    uint64_t state[2];

    Corrections(const Ladder &ladder, long bits, SplitMix &seeds)
        : sets(ladder.sets), digits(0), typical(0), state{seeds.next(), seeds.next() | 1} {
        while (1L << digits < bits) digits++;
        double mean = -std::log1p(-ladder.correction) * double(1L << digits);
        double term = std::exp(-mean), sum = term;
        for (double n = 1; n < mean || sum + term > sum; n++) {
            cumulative.push_back(sum);
            term *= mean / n;
            sum += term;
        }
        cumulative.push_back(2);
        typical = std::min(size_t(mean), cumulative.size() - 1);
    }

    uint64_t next() {
        uint64_t s0 = state[0], s1 = state[1], r = s0 + s1;
        s1 ^= s0;
        state[0] = (s0 << 24 | s0 >> 40) ^ s1 ^ (s1 << 16);
        state[1] = s1 << 37 | s1 >> 27;
        return r;
    }

    inline void apply(uint64_t *mask, long bits) {
        double uniform = double(next() >> 11) * 0x1p-53;
        size_t places = typical;
        while (places > 0 && uniform < cumulative[places - 1]) places--;
        while (uniform >= cumulative[places]) places++;
        uint64_t word = 0;
        for (size_t i = 0; i < places; i++) {
            word = i % 4 == 0 ? next() : word >> 16;
            long place = long(word & ((uint64_t(1) << digits) - 1));
            if (place >= bits) continue;
            uint64_t bit = uint64_t(1) << (place & 63);
            if (sets) mask[place >> 6] |= bit;
            else mask[place >> 6] &= ~bit;
        }
    }
};

struct Metropolis {
    static constexpr int LEVELS = 9;
    static constexpr int AT_ONCE = 64; // sites for which masks are drawn at once

    int length, half;
    std::vector<Vector> spins; // row by row, even columns before odd ones
    int rows; // of one colour, updated at once
    std::vector<Vector> one, none;
    Vector digitsOne[LEVELS], digitsNone[LEVELS];
    SplitMix seeds{2019};
    Ladder ladderOne, ladderNone;
    Corrections correctOne, correctNone;
    Lanes lanes[2];

    Metropolis(int length, double temperature)
        : length(length), half(length / 2), spins(length * length, _mm512_setzero_si512()),
          rows(std::max(1, AT_ONCE / half)), one(rows * half), none(rows * half),
          ladderOne(std::exp(-4 / temperature), LEVELS), ladderNone(std::exp(-8 / temperature), LEVELS),
          correctOne(ladderOne, 512L * rows * half, seeds), correctNone(ladderNone, 512L * rows * half, seeds) {
        for (int level = 0; level < LEVELS; level++) {
            digitsOne[level] = _mm512_set1_epi64(-(ladderOne.multiple >> level & 1));
            digitsNone[level] = _mm512_set1_epi64(-(ladderNone.multiple >> level & 1));
        }
        for (Lanes &set : lanes) set = {seeded(seeds), seeded(seeds)};
    }

    void draw() {
        Lanes x = lanes[0], y = lanes[1];
        int sites = rows * half;
        for (int j = 0; j < sites; j += 2) {
            Vector m = _mm512_setzero_si512(), n = m, o = m, p = m;
#pragma GCC unroll 9
            for (int level = 0; level < LEVELS; level++) {
                Vector r = x.next(), s = y.next();
                m = majority(m, r, digitsOne[level]);
                n = majority(n, r, digitsNone[level]);
                o = majority(o, s, digitsOne[level]);
                p = majority(p, s, digitsNone[level]);
            }
            one[j] = m;
            none[j] = n;
            if (j + 1 < sites) {
                one[j + 1] = o;
                none[j + 1] = p;
            }
        }
        lanes[0] = x;
        lanes[1] = y;
        correctOne.apply(reinterpret_cast<uint64_t *>(one.data()), 512L * sites);
        correctNone.apply(reinterpret_cast<uint64_t *>(none.data()), 512L * sites);
    }

    void row(int row, int parity, const Vector *acceptOne, const Vector *acceptNone) {
        Vector *self = &spins[row * length + parity * half];
        const Vector *beside = &spins[row * length + (1 - parity) * half];
        const Vector *above = &spins[(row + length - 1) % length * length + parity * half];
        const Vector *below = &spins[(row + 1) % length * length + parity * half];
        int next = parity == 0 ? half - 1 : 1;
        for (int j = 0; j < half; j++, next = next + 1 == half ? 0 : next + 1) {
            Vector spin = self[j];
            Vector a = _mm512_xor_si512(above[j], spin), b = _mm512_xor_si512(below[j], spin);
            Vector c = _mm512_xor_si512(beside[j], spin), d = _mm512_xor_si512(beside[next], spin);
            Vector ab = _mm512_or_si512(a, b), cd = _mm512_or_si512(c, d);
            Vector pairs = _mm512_or_si512(_mm512_and_si512(a, b), _mm512_and_si512(c, d));
            Vector two = _mm512_ternarylogic_epi64(pairs, ab, cd, 0xF8);
            Vector any = _mm512_or_si512(ab, cd);
            Vector accept = _mm512_ternarylogic_epi64(any, acceptOne[j], acceptNone[j], 0xCA);
            self[j] = _mm512_ternarylogic_epi64(spin, two, accept, 0x1E);
        }
    }

    void sweep() {
        for (int colour = 0; colour < 2; colour++)
            for (int r = 0; r < length; r += rows) {
                draw();
                for (int i = 0; i < rows && r + i < length; i++)
                    row(r + i, (r + i + colour) & 1, &one[i * half], &none[i * half]);
            }
    }

    double energy() const {
        long unequal = 0;
        for (int r = 0; r < length; r++)
            for (int c = 0; c < length; c++) {
                auto at = [&](int y, int x) { return spins[y % length * length + (x % length & 1) * half + x % length / 2]; };
                for (Vector other : {at(r, c + 1), at(r + 1, c)}) {
                    alignas(64) uint64_t words[8];
                    _mm512_store_si512(words, _mm512_xor_si512(at(r, c), other));
                    for (uint64_t word : words) unequal += __builtin_popcountll(word);
                }
            }
        return -2 + 2.0 * double(unequal) / (512.0 * length * length);
    }
};

} // namespace

int main(int argc, char **argv) {
    int length = sizeArgument(argc, argv);
    Metropolis metropolis(length, criticalTemperature());
    // The autocorrelation time of |m| is about 10 sweeps at L = 16 and grows as L^2.17.
    int apart = int(50 * std::pow(length / 16.0, 2.17)) + 1;
    std::vector<double> energies;
    for (int i = 0; i < 10 * apart; i++) metropolis.sweep();
    for (int n = 0; n < 20; n++) {
        for (int i = 0; i < apart; i++) metropolis.sweep();
        energies.push_back(metropolis.energy());
    }
    Mean energy(energies);
    sayReady(energy.value, std::sqrt(energy.variance / double(energies.size())));
    serve([&] {
        const int some = 16;
        for (int i = 0; i < some; i++) metropolis.sweep();
        return 512.0 * some * length * length;
    });
}
