// Scalar Wolff single-cluster updates of the Ising model on the periodic L x L lattice.
// Prints one line of JSON a size: independent configurations a second, an independent one being five integrated
// autocorrelation times of the slower of energy and |m| apart.
//   g++ -O3 -march=native -o wolff wolff.cpp && ./wolff [T] L [L ...]
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

// xoshiro256++ (Blackman and Vigna 2021), seeded by splitmix64.
struct Random {
    uint64_t s[4];

    explicit Random(uint64_t seed) {
        for (uint64_t &word : s) {
            uint64_t z = (seed += 0x9E3779B97F4A7C15u);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
            word = z ^ (z >> 31);
        }
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

struct Wolff {
    int length;
    int sites;
    uint32_t join;
    std::vector<int8_t> spin;
    std::vector<int> neighbour;
    std::vector<int> stack;
    Random random;

    Wolff(int length, double temperature, uint64_t seed)
        : length(length), sites(length * length), join(uint32_t(std::ldexp(-std::expm1(-2 / temperature), 32))),
          spin(sites, 1), neighbour(4 * sites), stack(sites), random(seed) {
        for (int i = 0; i < sites; i++) {
            int row = i / length, column = i % length;
            neighbour[4 * i] = row * length + (column + 1) % length;
            neighbour[4 * i + 1] = row * length + (column + length - 1) % length;
            neighbour[4 * i + 2] = (row + 1) % length * length + column;
            neighbour[4 * i + 3] = (row + length - 1) % length * length + column;
        }
    }

    int flip() {
        int seed = int((random.next() >> 32) * uint64_t(sites) >> 32);
        int8_t from = spin[seed];
        spin[seed] = int8_t(-from);
        stack[0] = seed;
        int waiting = 1, size = 1;
        while (waiting > 0) {
            const int *next = &neighbour[4 * stack[--waiting]];
            // One draw serves two bonds.
            for (int pair = 0; pair < 4; pair += 2) {
                int a = next[pair], b = next[pair + 1];
                bool first = spin[a] == from, second = spin[b] == from && a != b;
                if (!first && !second) continue;
                uint64_t r = random.next();
                if (first && uint32_t(r) < join) {
                    spin[a] = int8_t(-from);
                    stack[waiting++] = a;
                    size++;
                }
                if (second && uint32_t(r >> 32) < join) {
                    spin[b] = int8_t(-from);
                    stack[waiting++] = b;
                    size++;
                }
            }
        }
        return size;
    }

    double energy() const {
        int sum = 0;
        for (int i = 0; i < sites; i++) sum -= spin[i] * (spin[neighbour[4 * i]] + spin[neighbour[4 * i + 2]]);
        return double(sum) / sites;
    }

    double magnetization() const {
        int sum = 0;
        for (int8_t s : spin) sum += s;
        return double(sum) / sites;
    }
};

// Integrated autocorrelation time with the window of Sokal: the first w of at least 6 tau.
double integratedTime(const std::vector<double> &x) {
    size_t n = x.size();
    double mean = 0, variance = 0;
    for (double v : x) mean += v / double(n);
    for (double v : x) variance += (v - mean) * (v - mean) / double(n);
    double tau = 0.5;
    for (size_t lag = 1; lag < n / 10; lag++) {
        double c = 0;
        for (size_t i = 0; i + lag < n; i++) c += (x[i] - mean) * (x[i + lag] - mean);
        tau += c / double(n - lag) / variance;
        if (double(lag) >= 6 * tau) break;
    }
    return tau;
}

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

void measure(int length, double temperature) {
    Wolff wolff(length, temperature, 2019);
    for (int i = 0; i < 3000; i++) wolff.flip();
    int measured = length <= 32 ? 100000 : length <= 64 ? 40000 : 15000;
    std::vector<double> energies, moduli;
    for (int i = 0; i < measured; i++) {
        wolff.flip();
        energies.push_back(wolff.energy());
        moduli.push_back(std::fabs(wolff.magnetization()));
    }
    double tau = std::max(integratedTime(energies), integratedTime(moduli));
    double best = 1e9;
    double mean = 0;
    for (double e : energies) mean += e / measured;
    for (int repeat = 0; repeat < 5; repeat++) {
        int clusters = std::max(2000, 20000000 / (length * length));
        double begin = cpuSeconds();
        for (int i = 0; i < clusters; i++) wolff.flip();
        best = std::min(best, (cpuSeconds() - begin) / clusters);
    }
    std::printf("{\"code\": \"wolff.cpp\", \"size\": %d, \"temperature\": %.9f, \"energy\": %.5f, "
                "\"cluster_us\": %.4f, \"tau_clusters\": %.2f, \"independent_per_s\": %.1f}\n",
                length, temperature, mean, best * 1e6, tau, 1 / (5 * tau * best));
}

} // namespace

int main(int argc, char **argv) {
    double critical = 2 / std::log(1 + std::sqrt(2.0));
    for (int i = 1; i < argc; i++) measure(std::atoi(argv[i]), critical);
}
