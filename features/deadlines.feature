Feature: What is overdue does not stay unheard
  Whoever is late is told first. What is still undone some days later comes to those who lead the Board, so that a
  deadline missed by one person becomes known to somebody who can do something about it.

  @X-65
  Rule: What is overdue and stays so comes to whoever leads the Board

    Scenario: An action that nobody does comes to the chair
      Given the action "Write to the bus company" is at "Open"
      Then the action "Write to the bus company" should move on by 24 February 2020, or the police officer, the secretary are told, then the chair, the vice-chair on 2 March 2020

    Scenario: An action that is carried over comes to the chair only after its new day
      Given the action "Write to the bus company" is at "Open"
      When the secretary asks to "Carry it over" for the action "Write to the bus company"
        | Due on                             | in 40 days |
        | Why it was carried over or dropped | No answer  |
      Then it is done
      And the action "Write to the bus company" should move on in 40 days, or the police officer, the secretary are told, then the chair, the vice-chair on 20 March 2020

    Scenario: What waits for a meeting comes to the chair once that has been
      Given the zone "Example Wharf" is at "Commitment secured"
      When the secretary asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 30 days |
      Then it is done
      And the zone "Example Wharf" should move on in 30 days, or the chair, the secretary are told, then the chair, the vice-chair on 13 March 2020

    Scenario: As long as no meeting is set, nobody is late
      Given the zone "Example Wharf" is at "Commitment secured"
      Then the zone "Example Wharf" should move on by no day, or the chair, the secretary are told
