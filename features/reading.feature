Feature: Readings of a zone's measure
  A zone has one number that shows whether the behaviour changes. It is read once before the
  start, the baseline, and again later, so that progress can be shown and not only felt.

  @B-2.9
  Rule: Progress can be shown against one narrowly defined behaviour

    Scenario: A later reading is set against the baseline
      Given the zone "Example Wharf" is at "Active"
      When 90 days pass
      And the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 21                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is done
      And the zone "Example Wharf" shows
        | value of the measure at the baseline    | 42.00 |
        | latest value of the measure             | 21.00 |
        | latest value as a share of the baseline | 50%   |

    Scenario: Those outside the zone record no readings for it
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 1                          |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is refused only because "'Record a reading' is for Co-ordinator of the zone, Agency lead of the zone or Secretariat"

  @X-18
  Rule: What is recorded has already happened

    Scenario: A reading of tomorrow is a guess
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 21                         |
        | Day that it is of | in 1 day                   |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is refused only because "the day that it is of has come"

  @X-7
  Rule: A zone has one baseline

    Scenario: A second baseline is not taken
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 60                         |
        | Day that it is of | today                      |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is refused only because "the zone has no other baseline"

    Scenario: A baseline that was wrong is struck out and taken again
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 60                         |
        | Day that it is of | today                      |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is done
      And the reading "baseline" is at "Struck out"
      And the zone "Example Wharf" shows
        | value of the measure at the baseline | 60.00 |

    Scenario: What was struck out no longer shows, even if it was of a later day
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 60                         |
        | Day that it is of | 1 day ago                  |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is done
      And the zone "Example Wharf" shows
        | Value of the measure at the baseline | 60.00 |
        | Latest value of the measure          | 60.00 |

    Scenario: A baseline is of a day before the zone set to work
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When 30 days pass
      And the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 30                         |
        | Day that it is of | 29 days ago                |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is refused only because "the baseline is not of a day after the zone set to work"

      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf                 |
        | Value             | 60                            |
        | Day that it is of | 30 days ago                   |
        | Baseline          | yes                           |
        | Source            | Reports of both bus companies |
      Then it is done

    Scenario: A reading from before the baseline shows no progress
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 80                         |
        | Day that it is of | 1 day ago                  |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is refused only because "a reading besides the baseline is not of a day before it"

      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 41                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is done

    Scenario: A second baseline is no reading besides the baseline, whatever its day
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 60                         |
        | Day that it is of | 1 day ago                  |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is refused only because "the zone has no other baseline"

    Scenario: A reading that was struck out by mistake counts again
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When the secretary asks to take back the last step of the reading "baseline" because "both routes were counted"
      Then it is done
      And the reading "baseline" is at "Taken"

  @B-2.9
  Rule: Readings are entered by those at work in the zone, in whatever order they come in

    Scenario: The agency lead records a reading
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 30                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is done

    Scenario: A reading from between two others is entered late
      Given the zone "Example Wharf" is at "Active"
      When 90 days pass
      And the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 21                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      And the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 35                         |
        | Day that it is of | 60 days ago                |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is done
      And the zone "Example Wharf" shows
        | latest value of the measure | 21.00 |

    Scenario: Another zone's baseline is that zone's alone
      Given the zone "Example Wharf" is at "Active"
      And the zone "Example Mill" is at "Active"
      When the secretary asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 35                         |
        | Day that it is of | 20 days ago                |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      Then it is done

    Scenario: What was counted before there is a baseline stands beside it
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 50                         |
        | Day that it is of | 10 days ago                |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      And the co-ordinator asks to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 45                         |
        | Day that it is of | today                      |
        | Baseline          | yes                        |
        | Source            | Reports of the bus company |
      Then it is done

  @B-2.9
  Rule: What can be done with a reading at each stage, and by whom

    Scenario: How a reading is opened
      Then a reading is opened by these steps
        | Step             | Who           | Must be given                                    | May be given | Leads to |
        | Record a reading | the secretary | Zone, Value, Day that it is of, Baseline, Source | Note         | Taken    |

    Scenario: What can be done once a reading has been taken
      Given the zone "Example Wharf" is ready for "Start work"
      Then these steps are open to the reading "baseline"
        | Step                  | Who                             | Must be given         | May be given | Leads to   |
        | Strike it out         | the secretary, the co-ordinator | Why it does not count |              | Struck out |
        | Correct: Source, Note | the secretary, the co-ordinator | Source                |              |            |

    Scenario: What can be done once a reading has been struck out
      Given the zone "Example Wharf" is ready for "Start work"
      And the secretary has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      Then these steps are open to the reading "baseline"
        | Step                    | Who                             | Must be given | May be given | Leads to |
        | Correct: Source, Note   | the secretary, the co-ordinator | Source        |              |          |
        | Take back the last step | the secretary                   |               |              | Taken    |
