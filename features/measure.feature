Feature: Measures and the minimum data set
  The Board watches a small set of numbers whatever happens, and hears what communities report beside them.

  @A-2.6 @A-3.8
  Rule: A behaviour is watched by a number that somebody counts at set times

    Scenario: The agency that counts it records its value
      Given the measure "Reports of threats on example buses" is at "In use"
      When the police officer asks to "Record its value" for the measure "Reports of threats on example buses"
        | Latest value      | 42         |
        | Day that it is of | today      |
        | Next value by     | in 31 days |
      Then it is done
      And the measure "Reports of threats on example buses" shows
        | Latest value | 42.00 |
      When the secretary asks to take back the last step of the measure "Reports of threats on example buses" because "it was of another month"
      Then it is done
      And the measure "Reports of threats on example buses" shows
        | Latest value | nothing |

    Scenario: Another agency does not record it
      Given the measure "Reports of threats on example buses" is at "In use"
      When the council officer asks to "Record its value" for the measure "Reports of threats on example buses"
        | Latest value      | 42         |
        | Day that it is of | today      |
        | Next value by     | in 31 days |
      Then it is refused only because "'Record its value' is for Agency officer of the agency that counts it or Secretariat"

    Scenario: A new value is looked for at set times
      Given the measure "Reports of threats on example buses" is at "In use"
      When 60 days pass
      And the police officer asks to "Record its value" for the measure "Reports of threats on example buses"
        | Latest value      | 42         |
        | Day that it is of | 5 days ago |
        | Next value by     | in 31 days |
      Then the measure "Reports of threats on example buses" should move on by in 31 days, or the secretary, the police officer are told

    Scenario: What is taken back, the secretariat takes back
      Given the measure "Reports of threats on example buses" is at "In use"
      And the police officer has been able to "Record its value" for the measure "Reports of threats on example buses"
        | Latest value      | 42         |
        | Day that it is of | today      |
        | Next value by     | in 31 days |
      When the police officer asks to take back the last step of the measure "Reports of threats on example buses" because "it was of another month"
      Then it is refused only because "'Record its value' can be taken back by Secretariat"

  @X-18
  Rule: A value is of a day that has come

    Scenario: A value of tomorrow is a guess
      Given the measure "Reports of threats on example buses" is at "In use"
      When the police officer asks to "Record its value" for the measure "Reports of threats on example buses"
        | Latest value      | 42         |
        | Day that it is of | in 1 day   |
        | Next value by     | in 31 days |
      Then it is refused only because "the day that it is of has come"

  @A-3.4
  Rule: The minimum data set takes in issues that communities report

    Scenario: The Board agrees it
      Given the minimum data set "Example minimum data set" is ready for "Agree it"
      And the chair has been able to "Confirm the minutes" for the decision "decision to agree"
      When the chair asks to "Agree it" for the minimum data set "Example minimum data set"
        | Decision to agree it | decision to agree |
      Then it is done
      And the minimum data set "Example minimum data set" is at "Agreed"

    Scenario: It leaves out what communities report
      Given the minimum data set "Example minimum data set" is ready for "Agree it"
      And the secretary has been able to correct the minimum data set "Example minimum data set" because "that was only an idea"
        | How issues that communities report come into it |  |
      When the chair asks to "Agree it" for the minimum data set "Example minimum data set"
        | Decision to agree it | decision to agree |
      Then it is refused only because "it says how issues that communities report come into it"

    Scenario: It lists a measure that nobody counts any more
      Given the minimum data set "Example minimum data set" is ready for "Agree it"
      And the secretary has been able to "Stop counting it" for the measure "measure"
        | Why it is no longer counted | The bus company has stopped |
      When the chair asks to "Agree it" for the minimum data set "Example minimum data set"
        | Decision to agree it | decision to agree |
      Then it is refused only because "every measure in it is still counted"

    Scenario: A measure is dropped while the set is in use
      Given the minimum data set "Example minimum data set" is at "Agreed"
      And the chair has been able to "Stop counting it" for the measure "measure"
        | Why it is no longer counted | The bus company has stopped |
      Then the minimum data set "Example minimum data set" is in breach because "every measure in it is still counted" since today
      When the secretary asks to take back the last step of the measure "measure" because "it goes on"
      Then it is done
      And the minimum data set "Example minimum data set" is no longer in breach

    Scenario: It is looked over once a year
      Given the minimum data set "Example minimum data set" is at "Agreed"
      When 300 days pass
      And the board member asks to "Look it over" for the minimum data set "Example minimum data set"
      Then it is done
      And the minimum data set "Example minimum data set" should move on by in 365 days, or the secretary is told

  @X-5
  Rule: It is agreed by a decision of the Board

    Scenario Outline: A decision <how> does not agree a minimum data set
      Given the minimum data set "Example minimum data set" is ready for "Agree it"
      And the secretary has been able to "Record a decision"
        | What was decided    | Talk about data |
        | Body that decided   | <body>          |
        | Date of the meeting | today           |
        | Minute              | 2020/2          |
        | Kind of decision    | Something else  |
        | What it is about    | <about>         |
      When the vice-chair asks to "Agree it" for the minimum data set "Example minimum data set"
        | Decision to agree it | Talk about data |
      Then it is refused only because "the Prevention Board has decided to agree this minimum data set"

      Examples:
        | how                    | body                        | about                    |
        | of an outside body     | Strategic Partnership Board | Example minimum data set |
        | about some other thing | Prevention Board            | Threats on example buses |

    Scenario: A decision that was rescinded does not agree a minimum data set
      Given the minimum data set "Example minimum data set" is ready for "Agree it"
      And the chair has been able to "Rescind the decision" for the decision "decision to agree"
        | Why it was rescinded | Not enough members were there |
      When the chair asks to "Agree it" for the minimum data set "Example minimum data set"
        | Decision to agree it | decision to agree |
      Then it is refused only because "the Prevention Board has decided to agree this minimum data set"

  @A-2.6
  Rule: What can be done with a measure at each stage, and by whom

    Scenario: How a measure is opened
      Then a measure is opened by these steps
        | Step          | Who                             | Must be given                                                               | May be given    | Leads to |
        | Add a measure | the secretary, the board member | Title, Which way is better, How often, Agency that counts it, Next value by | Behaviour, Note | In use   |

    Scenario: What can be done once a measure is in use
      Given the measure "Reports of threats on example buses" is at "In use"
      Then these steps are open to the measure "Reports of threats on example buses"
        | Step                                                                        | Who                                      | Must be given                                                | May be given | Leads to          |
        | Record its value                                                            | the secretary, the police officer        | Latest value, Day that it is of, Next value by               |              | In use            |
        | Stop counting it                                                            | the secretary, the chair, the vice-chair | Why it is no longer counted                                  |              | No longer counted |
        | Correct: Title, How often, Which way is better, Agency that counts it, Note | the secretary                            | Title, How often, Which way is better, Agency that counts it |              |                   |
      And the measure "Reports of threats on example buses" should move on by 6 February 2020, or the secretary, the police officer are told

    Scenario: What can be done once a measure is no longer counted
      Given the measure "Reports of threats on example buses" is at "In use"
      And the secretary has been able to "Stop counting it" for the measure "Reports of threats on example buses"
        | Why it is no longer counted | The bus company has stopped |
      Then these steps are open to the measure "Reports of threats on example buses"
        | Step                                                                        | Who           | Must be given                                                | May be given | Leads to |
        | Correct: Title, How often, Which way is better, Agency that counts it, Note | the secretary | Title, How often, Which way is better, Agency that counts it |              |          |
        | Take back the last step                                                     | the secretary |                                                              |              | In use   |

  @A-3.4
  Rule: What can be done with a minimum data set at each stage, and by whom

    Scenario: How a minimum data set is opened
      Then a minimum data set is opened by these steps
        | Step                     | Who                             | Must be given         | May be given                                          | Leads to |
        | Draft a minimum data set | the secretary, the board member | Title, Measures in it | How issues that communities report come into it, Note | Drafted  |

    Scenario: What can be done once a minimum data set has been drafted
      Given the minimum data set "Example minimum data set" is at "Drafted"
      Then these steps are open to the minimum data set "Example minimum data set"
        | Step                                                                                  | Who                       | Must be given         | May be given | Leads to       |
        | Agree it                                                                              | the chair, the vice-chair | Decision to agree it  |              | Agreed         |
        | Take it out of use                                                                    | the chair, the vice-chair |                       | Note         | No longer used |
        | Correct: Title, Note, Measures in it, How issues that communities report come into it | the secretary             | Title, Measures in it |              |                |
      And the minimum data set "Example minimum data set" should move on by no day, or the secretary is told

    Scenario: What can be done once a minimum data set has been agreed
      Given the minimum data set "Example minimum data set" is at "Agreed"
      Then these steps are open to the minimum data set "Example minimum data set"
        | Step                    | Who                             | Must be given | May be given | Leads to       |
        | Look it over            | the secretary, the board member |               | Note         | Agreed         |
        | Take it out of use      | the chair, the vice-chair       |               | Note         | No longer used |
        | Correct: Title, Note    | the secretary                   | Title         |              |                |
        | Take back the last step | the chair, the vice-chair       |               |              | Drafted        |
      And the minimum data set "Example minimum data set" should move on by 5 January 2021, or the secretary is told

    Scenario: What can be done once a minimum data set is no longer used
      Given the minimum data set "Example minimum data set" is at "Agreed"
      And the chair has been able to "Take it out of use" for the minimum data set "Example minimum data set"
      Then these steps are open to the minimum data set "Example minimum data set"
        | Step                 | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note | the secretary | Title         |              |          |
