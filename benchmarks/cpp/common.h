// What the programs share: random numbers, and a conversation with whoever compares them.
//
// A program prints "ready" and what it knows of itself, then answers every line of input, a number of seconds, by
// working for at least so long and printing how many units of work it did and how many seconds of processor time
// they took. It ends where the input ends: try  echo 0.5 | ./wolff 16
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

inline double criticalTemperature() { return 2 / std::log(1 + std::sqrt(2.0)); }

inline double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

inline int sizeArgument(int argc, char **argv) {
    int length = argc == 2 ? std::atoi(argv[1]) : 0;
    if (length < 4 || length % 2 != 0) {
        std::fprintf(stderr, "%s: expected one argument, an even linear size of at least 4\n", argv[0]);
        std::exit(2);
    }
    return length;
}

// Steele, Lea and Flood 2014: seeds the other generators.
struct SplitMix {
    uint64_t state;

    uint64_t next() {
        uint64_t z = (state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
};

// xoshiro256++ (Blackman and Vigna 2021).
struct Random {
    uint64_t s[4];

    explicit Random(uint64_t seed) {
        SplitMix seeds{seed};
        for (uint64_t &word : s) word = seeds.next();
    }

    static uint64_t rotl(uint64_t x, int k) { return x << k | x >> (64 - k); }

    uint64_t next() {
        uint64_t result = rotl(s[0] + s[3], 23) + s[0];
        uint64_t t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = rotl(s[3], 45);
        return result;
    }
};

struct Mean {
    double value, variance;

    explicit Mean(const std::vector<double> &x) : value(0), variance(0) {
        for (double v : x) value += v / double(x.size());
        for (double v : x) variance += (v - value) * (v - value) / double(x.size());
    }
};

// Energy a site and the standard error of its mean.
inline void sayReady(double energy, double error) {
    std::printf("ready energy=%.6f error=%.6f\n", energy, error);
    std::fflush(stdout);
}

// Answers until the input ends; work() does a small piece of work and returns how many units it was.
template <class Work>
void serve(Work work) {
    double seconds;
    while (std::scanf("%lf", &seconds) == 1) {
        double units = 0, begin = cpuSeconds(), end;
        do {
            units += work();
            end = cpuSeconds();
        } while (end - begin < seconds);
        std::printf("%.17g %.9f\n", units, end - begin);
        std::fflush(stdout);
    }
}
