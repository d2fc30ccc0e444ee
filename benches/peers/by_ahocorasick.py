"""pyahocorasick: all names in one pass over the text. Finds no typos."""

import job
import words


def finder():
    built = words.automaton(job.names())

    def find(resume):
        return words.found(f" {words.normal(job.text(resume))} ", built)

    return find


if __name__ == "__main__":
    job.run(finder)
