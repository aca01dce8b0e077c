// Scalar Wolff single-cluster updates of the Ising model on the periodic L x L lattice at the critical temperature.
// A unit of work is an independent configuration: five integrated autocorrelation times of the slower of energy and
// |m|, which are measured first.
//   g++ -O3 -march=native -o wolff wolff.cpp && echo 1 | ./wolff 16
#include "common.h"

namespace {

struct Wolff {
    int sites;
    uint32_t join; // in units of 2^-32
    std::vector<int8_t> spin;
    std::vector<int> neighbour;
    std::vector<int> stack;
    Random random;

    Wolff(int length, double temperature, uint64_t seed)
        : sites(length * length), join(uint32_t(std::ldexp(-std::expm1(-2 / temperature), 32))), spin(sites, 1),
          neighbour(4 * sites), stack(sites), random(seed) {
        for (int i = 0; i < sites; i++) {
            int row = i / length, column = i % length;
            neighbour[4 * i] = row * length + (column + 1) % length;
            neighbour[4 * i + 1] = row * length + (column + length - 1) % length;
            neighbour[4 * i + 2] = (row + 1) % length * length + column;
            neighbour[4 * i + 3] = (row + length - 1) % length * length + column;
        }
    }

    // A site is turned over when it joins, so that it cannot join again.
    void flip() {
        int seed = int((random.next() >> 32) * uint64_t(sites) >> 32);
        int8_t from = spin[seed];
        spin[seed] = int8_t(-from);
        stack[0] = seed;
        int waiting = 1;
        while (waiting > 0) {
            const int *next = &neighbour[4 * stack[--waiting]];
            // One draw serves two bonds.
            for (int pair = 0; pair < 4; pair += 2) {
                int a = next[pair], b = next[pair + 1];
                bool first = spin[a] == from, second = spin[b] == from;
                if (!first && !second) continue;
                uint64_t r = random.next();
                if (first && uint32_t(r) < join) {
                    spin[a] = int8_t(-from);
                    stack[waiting++] = a;
                }
                if (second && uint32_t(r >> 32) < join) {
                    spin[b] = int8_t(-from);
                    stack[waiting++] = b;
                }
            }
        }
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
    Mean mean(x);
    double tau = 0.5;
    for (size_t lag = 1; lag < n / 10 && double(lag) <= 6 * tau; lag++) {
        double c = 0;
        for (size_t i = 0; i + lag < n; i++) c += (x[i] - mean.value) * (x[i + lag] - mean.value);
        tau += c / double(n - lag) / mean.variance;
    }
    return tau;
}

} // namespace

int main(int argc, char **argv) {
    int length = sizeArgument(argc, argv);
    Wolff wolff(length, criticalTemperature(), 2019);
    int measured = length <= 32 ? 100000 : length <= 64 ? 40000 : 15000;
    for (int i = 0; i < measured / 10; i++) wolff.flip();
    std::vector<double> energies, moduli;
    for (int i = 0; i < measured; i++) {
        wolff.flip();
        energies.push_back(wolff.energy());
        moduli.push_back(std::fabs(wolff.magnetization()));
    }
    double energyTime = integratedTime(energies);
    double clusters = 5 * std::max(energyTime, integratedTime(moduli));
    Mean energy(energies);
    sayReady(energy.value, std::sqrt(2 * energyTime * energy.variance / measured));
    serve([&] {
        const int some = 100;
        for (int i = 0; i < some; i++) wolff.flip();
        return some / clusters;
    });
}
