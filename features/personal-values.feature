Feature: Personal values, and how they come to an end
  What is personal is kept apart from the log, which holds a seal of it and never the words. So it can be erased for good
  while the log stays whole, and everybody can see that something was there, who had it erased, when and on which lawful basis.

  @X-62
  Rule: Who erases names a lawful basis, and that it was done stays on record

    Scenario: A number that was entered by mistake is gone, and the rest is not
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register a person"
        | Name    | Kim Example     |
        | Contact | kim@old.example |
      And the secretary has been able to correct the person "Kim Example" because "a new address"
        | Contact | kim@new.example |
      When the secretary erases "Contact" of the person "Kim Example" because "Entered by mistake (Articles 5(1)(d) and 16)"
      Then it is done
      And the person "Kim Example" shows
        | Name    | Kim Example |
        | Contact | (erased)    |
      And nothing is left of "kim@old.example"
      And nothing is left of "kim@new.example"
      And the log does not say "Kim Example"

    Scenario: Everything that was ever said of somebody goes, why and from which letter too
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "letter of Kim's sister" that the chair has been able to "Register a person"
        | Name | Kim Example |
        | Note | Is on leave |
      And this is known as "the person who asked"
      And the secretary has been able to correct the person "Kim Example" because "Kim is back from Rome"
        | Note |  |
      When the secretary enters from "e-mail of 8 January" that the chair erases the person "Kim Example" because "The person objects and nothing outweighs that (Article 17(1)(c))"
      Then it is done
      And nothing personal of the person "the person who asked" is kept
      And nothing is left of "Kim"
      And nothing is left of "Is on leave"
      And the person "the person who asked" is at "On the register"
      And the person "the person who asked" shows
        | Name | (erased) |

    Scenario Outline: <Somebody> may erase
      Given the board "Example Prevention Board" is at "Established"
      When <somebody> erases the person "Kit Example" because "It should never have been kept (Article 17(1)(d))"
      Then it is done

      Examples:
        | Somebody       | somebody       |
        | The secretary  | the secretary  |
        | The chair      | the chair      |
        | The vice-chair | the vice-chair |

    Scenario: Others may not, not even what is theirs: they ask for it
      Given the board "Example Prevention Board" is at "Established"
      When the board member erases the person "Mel Example" because "It should never have been kept (Article 17(1)(d))"
      Then it is refused only because "personal values are erased by Secretariat, Chair or Vice-chair"
      And the person "Mel Example" shows
        | Name | Mel Example |

    Scenario: What the chair authorises, somebody else does not enter
      Given the board "Example Prevention Board" is at "Established"
      When the board member enters from "a talk in the corridor" that the chair erases the person "Kit Example" because "It should never have been kept (Article 17(1)(d))"
      Then it is refused only because "what somebody else decided is entered by Secretariat, naming the document it comes from"

    Scenario: A reason that no law gives is none
      Given the board "Example Prevention Board" is at "Established"
      When the secretary erases the person "Kit Example" because "It is embarrassing"
      Then it is sent back because "is no lawful basis of the model"
      When the secretary erases "Post" of the person "Kit Example" because "Entered by mistake (Articles 5(1)(d) and 16)"
      Then it is sent back because "no personal field here is called 'post'"

    Scenario: What was decided stands though a name is gone
      Given the zone "Example Wharf" is at "Active"
      When the secretary erases the person "Pat Example" because "Consent has been withdrawn and nothing else allows it to be kept (Article 17(1)(b))"
      Then it is done
      And nothing is left of "Pat Example"
      And the zone "Example Wharf" is at "Active"
      And the co-ordinator holds the office "Co-ordinator" of the zone "Example Wharf"
      And the zone "Example Wharf" is not in breach

    Scenario: What others have said about somebody goes where that is asked
      Given the payback "New benches at Example Wharf" is at "Declined"
      And the secretary has been able to correct the payback "New benches at Example Wharf" because "heard at the market"
        | Note | Has a key to the green |
      When the secretary erases the person "Lee Example" and what refers to it because "An allegation made in malice, on which nothing is to be done (Article 17(1)(g))"
      Then it is done
      And nothing is left of "Has a key to the green"
      And the payback "New benches at Example Wharf" shows
        | Reasons given | (erased) |
        | Note          | (erased) |

    Scenario: What is gone can be given anew
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register a person"
        | Name | Kim Exmaple |
      And this is known as "the colleague"
      When the secretary erases the person "the colleague" because "Entered by mistake (Articles 5(1)(d) and 16)"
      And the secretary asks to correct the person "the colleague" because "the right name"
        | Name | Kim Example |
      Then it is done
      And the person "Kim Example" is at "On the register"
      And nothing is left of "Kim Exmaple"

  @X-63
  Rule: What is personal is kept for no longer than is needed

    Scenario: Somebody who has left is forgotten, first how to reach them and later who they were
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "a letter" that the chair has been able to "Register a person"
        | Name    | Kim Example     |
        | Contact | kim@old.example |
        | Note    | Works nights    |
      And this is known as "the colleague"
      And the secretary has been able to correct the person "Kim Example" because "a new address"
        | Name    | Kim A Example   |
        | Contact | kim@new.example |
        | Note    | Works days      |
      And it is 6 February 2020
      Then these personal values of the person "the colleague" are kept
        | Value    | Until          |
        | Name     | 6 January 2021 |
        | Contact  | 6 January 2021 |
        | Note     | 6 January 2021 |
        | Document | as needed      |
        | Name     | as needed      |
        | Contact  | as needed      |
        | Note     | as needed      |
        | Reason   | as needed      |
      When the secretary asks to "Note that the person has left" for the person "the colleague"
      Then it is done
      And these personal values of the person "the colleague" are kept
        | Value    | Until           |
        | Name     | 6 January 2021  |
        | Contact  | 6 January 2021  |
        | Note     | 6 January 2021  |
        | Document | 6 February 2026 |
        | Name     | 6 February 2026 |
        | Contact  | 6 February 2021 |
        | Note     | 6 February 2021 |
        | Reason   | 6 February 2026 |
      When it is 5 January 2021
      And the secretary erases everything that is due
      Then these personal values of the person "the colleague" are kept
        | Value    | Until           |
        | Name     | 6 January 2021  |
        | Contact  | 6 January 2021  |
        | Note     | 6 January 2021  |
        | Document | 6 February 2026 |
        | Name     | 6 February 2026 |
        | Contact  | 6 February 2021 |
        | Note     | 6 February 2021 |
        | Reason   | 6 February 2026 |
      When it is 6 February 2021
      And the secretary erases everything that is due
      Then it is done
      And these personal values of the person "the colleague" are kept
        | Value    | Until           |
        | Document | 6 February 2026 |
        | Name     | 6 February 2026 |
        | Reason   | 6 February 2026 |
      When it is 6 February 2026
      And the chair erases everything that is due
      Then it is done
      And nothing personal of the person "the colleague" is kept
      And nothing is left of "Kim A Example"

    Scenario: Somebody who comes back is remembered
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register a person"
        | Name | Kim Example |
      And the secretary has been able to "Note that the person has left" for the person "Kim Example"
      When the secretary asks to "Note that the person is back" for the person "Kim Example"
      Then it is done
      And these personal values of the person "Kim Example" are kept
        | Value | Until     |
        | Name  | as needed |

    Scenario: Nothing goes as due before it is due
      Given the board "Example Prevention Board" is at "Established"
      When the secretary erases the person "Kit Example" because "It has been kept for as long as the Board keeps it (Article 5(1)(e))"
      Then it is refused only because "what is erased as due has been kept for as long as the model says"
      And the person "Kit Example" shows
        | Name | Kit Example |

    Scenario: How an agency was reached is forgotten a year after it has left
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "a letter" that the chair has been able to "Register an agency"
        | Name         | Example Youth Trust    |
        | Type         | voluntary              |
        | Contact      | front@desk.example     |
        | Note         | Closed on Fridays      |
      And the secretary has been able to correct the agency "Example Youth Trust" because "has moved"
        | Contact | back@desk.example |
        | Note    | Open on Fridays   |
      When the secretary asks to "Note that it has left" for the agency "Example Youth Trust"
      Then it is done
      And these personal values of the agency "Example Youth Trust" are kept
        | Value    | Until           |
        | Contact  | 6 January 2021  |
        | Document | 6 January 2026  |
        | Note     | 6 January 2021  |
        | Contact  | 6 January 2021  |
        | Note     | 6 January 2021  |
        | Reason   | 6 January 2026  |

    Scenario: What replaced another is what is kept
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to correct the agency "Example Council" because "its front desk"
        | Contact | front@desk.example |
        | Note    | Closed on Fridays  |
      And it is 6 February 2020
      And the secretary has been able to correct the agency "Example Council" because "has moved"
        | Contact | back@desk.example |
        | Note    | Open on Fridays   |
      Then these personal values of the agency "Example Council" are kept
        | Value   | Until           |
        | Contact | 6 February 2021 |
        | Note    | 6 February 2021 |
        | Reason  | as needed       |
        | Contact | as needed       |
        | Note    | as needed       |
        | Reason  | as needed       |

    Scenario: Why an appointment ended is kept for six years
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "a letter" that the chair has been able to "End the appointment" for the appointment "board member's post"
        | Why it ended | Has moved away |
      And the secretary has been able to correct the appointment "board member's post" because "a farewell"
        | Note | A card was sent |
      Then these personal values of the appointment "board member's post" are kept
        | Value        | Until          |
        | Document     | 6 January 2026 |
        | Why it ended | 6 January 2026 |
        | Note         | 6 January 2026 |
        | Reason       | 6 January 2026 |

    Scenario: The letter that appointed somebody, and its file's name, are kept for six years after the appointment
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Send the letter of appointment" for the appointment "board member's post"
        | Letter of appointment | What the post is, and whom it answers to |
      When the secretary asks to "End the appointment" for the appointment "board member's post"
        | Why it ended | Has moved away |
      Then it is done
      And these personal values of the appointment "board member's post" are kept
        | Value                 | Until          |
        | Letter of appointment | 6 January 2026 |
        | Letter of appointment | 6 January 2026 |
        | Why it ended          | 6 January 2026 |

    Scenario: What somebody stood to gain is kept for six years after it has ended
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "a form" that the board member has been able to "Declare an interest"
        | Who has the interest  | the board member         |
        | What it is an interest in | Example Council      |
        | Kind of interest      | A relative or friend     |
        | Details               | Is married to the warden |
      And this is known as "the interest"
      And the board member has been able to correct the interest "the interest" because "said too much"
        | Details | A relative works there |
      When the chair asks to "Note that it has ended" for the interest "the interest"
        | Why it has ended | The relative has retired |
      Then it is done
      And these personal values of the interest "the interest" are kept
        | Value    | Until          |
        | Details  | 6 January 2026 |
        | Document | 6 January 2026 |
        | Details  | 6 January 2026 |
        | Reason   | 6 January 2026 |

    Scenario Outline: What was said for and against work in the community is kept for two years: <stage>
      Given the payback "New benches at Example Wharf" is at "<stage>"
      And the secretary has been able to correct the payback "New benches at Example Wharf" because "a letter came"
        | Note | Thanks from the school |
      Then these personal values of the payback "New benches at Example Wharf" are kept
        | Value   | Until       |
        | <value> | in 730 days |
        | Note    | in 730 days |
        | Reason  | in 730 days |

      Examples:
        | stage                   | value         |
        | Declined                | Reasons given |
        | Reviewed                | Review        |
        | Closed without a review | Reasons given |
        | Withdrawn               | Reasons given |

    Scenario: The letter by which work was withdrawn is kept for two years
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the secretary enters from "a letter" that the first leader asks to "Withdraw" for the payback "New benches at Example Wharf"
        | Reasons given | The residents have mended them |
      Then it is done
      And these personal values of the payback "New benches at Example Wharf" are kept
        | Value         | Until       |
        | Reasons given | in 730 days |
        | Document      | in 730 days |

    Scenario: What was told about an issue that is taken up is kept for six years
      Given the issue "Pupils afraid of the example bus" is at "Taken up in a behaviour"
      And the secretary has been able to correct the issue "Pupils afraid of the example bus" because "told on the bus"
        | Description | A pupil was followed home |
        | Note        | The pupil wants no call   |
      Then these personal values of the issue "Pupils afraid of the example bus" are kept
        | Value       | Until        |
        | Description | in 2192 days |
        | Note        | in 2192 days |
        | Reason      | in 2192 days |

    Scenario: What was told about an issue that is passed on is kept for six years, and by whom
      Given the board "Example Prevention Board" is at "Established"
      And the secretary enters from "a parent's letter" that the chair has been able to "Report an issue"
        | Title                   | Scooters on example pavements |
        | How it came             | By letter or on paper         |
        | Source                  | letter of 2 January           |
        | Agencies that it concerns | Example Police              |
        | Description             | A child was hurt              |
        | Note                    | The parent wants no call      |
      And the secretary has been able to "Review it" for the issue "Scooters on example pavements"
        | What the review found | It is so |
      When the secretary asks to "Pass it to one agency" for the issue "Scooters on example pavements"
        | Agency to which it is passed | Example Police |
      Then it is done
      And these personal values of the issue "Scooters on example pavements" are kept
        | Value       | Until          |
        | Description | 6 January 2026 |
        | Document    | 6 January 2026 |
        | Note        | 6 January 2026 |
