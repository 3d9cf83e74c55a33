Feature: Interests in matters before the Board
  Somebody who stands to gain or lose in a matter says so. It is minuted, and they do not vote on it.

  @X-27
  Rule: Whoever has an interest in a matter does not vote on it

    Scenario: A member declares an interest
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the police member asks to "Declare an interest"
        | Who has the interest             | Nat Example                                |
        | What it is an interest in        | Example Voluntary Alliance                 |
        | Kind of interest                 | An employer or body that the person serves |
        | Meeting at which it was declared | Spring meeting                             |
        | Details                          | Sits among its trustees                    |
      Then it is done
      And this is known as "interest"
      And the interest "interest" shows
        | Who has the interest             | Nat Example    |
        | Meeting at which it was declared | Spring meeting |
      And the log does not say "trustees"

    Scenario: Nobody declares an interest for somebody else, but for the secretary who minutes it
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the fire member asks to "Declare an interest"
        | Who has the interest      | Nat Example                |
        | What it is an interest in | Example Voluntary Alliance |
        | Kind of interest          | Money                      |
      Then it is refused only because "'Declare an interest' is for the person named as who has the interest in the interest or Secretariat"
      When the secretary asks to "Declare an interest"
        | Who has the interest      | Nat Example                |
        | What it is an interest in | Example Voluntary Alliance |
        | Kind of interest          | Money                      |
      Then it is done

    Scenario: An interest in something
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the secretary asks to "Declare an interest"
        | Who has the interest | Nat Example |
        | Kind of interest     | Money       |
      Then it is sent back because "must be given"

    Scenario: A decision shows how many have an interest in what it is about
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      And the secretary has been able to "Declare an interest"
        | Who has the interest      | Nat Example                |
        | What it is an interest in | Example Voluntary Alliance |
        | Kind of interest          | Money                      |
      And this is known as "interest"
      And the secretary has been able to "Declare an interest"
        | Who has the interest      | Nat Example     |
        | What it is an interest in | Example Council |
        | Kind of interest          | Money           |
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet at the alliance       |
        | Body that decided   | Prevention Board           |
        | Date of the meeting | today                      |
        | Minute              | 2020/2                     |
        | Kind of decision    | Something else             |
        | What it is about    | Example Voluntary Alliance |
      Then the decision "Meet at the alliance" shows
        | interests declared in what it is about | 1 |
      When the chair asks to "Note that it has ended" for the interest "interest"
        | Why it has ended | Left the trustees |
      Then the decision "Meet at the alliance" shows
        | interests declared in what it is about | 0 |

  @X-31
  Rule: Nobody declares their own interest ended

    Scenario: The chair's own interest is ended by the vice-chair
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Declare an interest"
        | Who has the interest      | Ada Example     |
        | What it is an interest in | Example Council |
        | Kind of interest          | Money           |
      And this is known as "interest"
      When the chair asks to "Note that it has ended" for the interest "interest"
        | Why it has ended | Shares sold |
      Then it is refused only because "'Note that it has ended' is not for the person named as who has the interest in the interest"
      When the vice-chair asks to "Note that it has ended" for the interest "interest"
        | Why it has ended | Shares sold |
      Then it is done

  @X-27
  Rule: What can be done with an interest at each stage, and by whom

    Scenario: How an interest is declared
      Then an interest is opened by these steps
        | Step                | Who           | Must be given                                                     | May be given                              | Leads to |
        | Declare an interest | the secretary | Who has the interest, What it is an interest in, Kind of interest | Meeting at which it was declared, Details | Declared |

    Scenario: What can be done with an interest that is declared
      Given the board "Example Prevention Board" is at "Established"
      And the council officer has been able to "Declare an interest"
        | Who has the interest      | Con Example     |
        | What it is an interest in | Example Council |
        | Kind of interest          | Money           |
      And this is known as "interest"
      Then these steps are open to the interest "interest"
        | Step                   | Who                                | Must be given    | May be given | Leads to |
        | Note that it has ended | the chair, the vice-chair          | Why it has ended |              | Ended    |
        | Correct: Details       | the secretary, the council officer |                  |              |          |

    Scenario: What can be done with an interest that has ended
      Given the board "Example Prevention Board" is at "Established"
      And the council officer has been able to "Declare an interest"
        | Who has the interest      | Con Example     |
        | What it is an interest in | Example Council |
        | Kind of interest          | Money           |
      And this is known as "interest"
      And the chair has been able to "Note that it has ended" for the interest "interest"
        | Why it has ended | Shares sold |
      Then these steps are open to the interest "interest"
        | Step             | Who                                | Must be given | May be given | Leads to |
        | Correct: Details | the secretary, the council officer |               |              |          |
