// Scalar Metropolis sweeps of the Ising model on the periodic L x L lattice at the critical temperature, site after
// site. A unit of work is an attempt to flip a spin.
//   g++ -O3 -march=native -o metropolis metropolis.cpp && echo 1 | ./metropolis 16
#include "common.h"

namespace {

struct Metropolis {
    int length;
    std::vector<int8_t> spin;
    uint64_t accept[5]; // by s * (sum of the neighbours) / 2 + 2, in units of 2^-32
    Random random;

    Metropolis(int length, double temperature, uint64_t seed)
        : length(length), spin(length * length, 1), random(seed) {
        for (int i = 0; i < 5; i++)
            accept[i] = uint64_t(std::ldexp(std::fmin(1, std::exp(-4 * (i - 2) / temperature)), 32));
    }

    void attempt(int8_t *row, const int8_t *above, const int8_t *below, int column, int before, int after, uint64_t r) {
        int field = above[column] + below[column] + row[before] + row[after];
        if (r < accept[row[column] * field / 2 + 2]) row[column] = int8_t(-row[column]);
    }

    // One draw serves two sites.
    void sweep() {
        for (int y = 0; y < length; y++) {
            int8_t *row = &spin[y * length];
            const int8_t *above = &spin[(y == 0 ? length - 1 : y - 1) * length];
            const int8_t *below = &spin[(y == length - 1 ? 0 : y + 1) * length];
            for (int x = 0; x < length; x += 2) {
                uint64_t r = random.next();
                attempt(row, above, below, x, x == 0 ? length - 1 : x - 1, x + 1, uint32_t(r));
                attempt(row, above, below, x + 1, x, x + 2 == length ? 0 : x + 2, r >> 32);
            }
        }
    }

    double energy() const {
        int sum = 0;
        for (int y = 0; y < length; y++)
            for (int x = 0; x < length; x++)
                sum -= spin[y * length + x] * (spin[y * length + (x + 1) % length] + spin[(y + 1) % length * length + x]);
        return double(sum) / (length * length);
    }
};

} // namespace

int main(int argc, char **argv) {
    int length = sizeArgument(argc, argv);
    Metropolis metropolis(length, criticalTemperature(), 2019);
    // The autocorrelation time of |m| is about 10 sweeps at L = 16 and grows as L^2.17.
    int apart = int(50 * std::pow(length / 16.0, 2.17)) + 1;
    std::vector<double> energies;
    for (int i = 0; i < 10 * apart; i++) metropolis.sweep();
    for (int n = 0; n < 400000 / (length * length); n++) {
        for (int i = 0; i < apart; i++) metropolis.sweep();
        energies.push_back(metropolis.energy());
    }
    Mean energy(energies);
    sayReady(energy.value, std::sqrt(energy.variance / double(energies.size())));
    serve([&] {
        const int some = 16;
        for (int i = 0; i < some; i++) metropolis.sweep();
        return double(some) * length * length;
    });
}
