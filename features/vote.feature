Feature: Votes by organisation
  Where the Board wants it, a matter is put to the vote. Each organisation has one vote, cast by its
  member, and the matter counts as decided only once it is carried.

  @X-28
  Rule: A matter put to the vote is carried by a majority of the organisations, each with one vote

    Scenario: Three organisations vote and the matter is carried
      Given the vote "vote" is at "Cast"
      Then the vote "vote" shows
        | Organisation | Example Police |
        | Cast by      | Nat Example    |
      And the decision "matter" shows
        | Body that decided   | Prevention Board |
        | Date of the meeting | 3 February 2020  |
        | Recorded by         | Sam Example      |
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Against                 |
      And the chair asks to "Declare it carried" for the decision "matter"
      Then it is refused because
        | at least 3 organisations have voted |
        | the votes are not tied              |
      When the board member asks to "Vote"
        | Matter that is put to the vote | matter              |
        | Member's appointment           | board member's post |
        | Vote                           | In favour           |
      And the chair asks to "Declare it lost" for the decision "matter"
      Then it is refused only because "no more organisations are in favour than against it"
      When the chair asks to "Declare it carried" for the decision "matter"
      Then it is done
      And the decision "matter" is at "Taken, minutes in draft"

    Scenario: Two votes are too few, and one that is struck out counts no more
      Given the vote "vote" is at "Cast"
      And the voluntary member has been able to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      When the chair asks to "Declare it carried" for the decision "matter"
      Then it is refused only because "at least 3 organisations have voted"
      When the board member asks to "Vote"
        | Matter that is put to the vote | matter              |
        | Member's appointment           | board member's post |
        | Vote                           | Abstained           |
      And the secretary asks to "Strike it out" for the vote "vote"
        | Why it is struck out | The wrong matter |
      And the chair asks to "Declare it carried" for the decision "matter"
      Then it is refused only because "at least 3 organisations have voted"
      When the police member asks to "Vote"
        | Matter that is put to the vote | matter               |
        | Member's appointment           | police member's post |
        | Vote                           | Against              |
      And the chair asks to "Declare it carried" for the decision "matter"
      Then it is refused only because "the votes are not tied"
      When the chair asks to "Declare it lost" for the decision "matter"
      Then it is done
      And the decision "matter" is at "Not carried"

    Scenario: An abstention is counted apart, until it is struck out
      Given the vote "vote" is at "Cast"
      And the voluntary member has been able to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Abstained               |
      And this is known as "the abstention"
      Then the decision "matter" shows
        | abstentions | 1 |
      When the secretary asks to "Strike it out" for the vote "the abstention"
        | Why it is struck out | The wrong matter |
      Then it is done
      And the decision "matter" shows
        | abstentions | 0 |

    Scenario: What the organisations are against is not carried
      Given the vote "vote" is at "Cast"
      And the voluntary member has been able to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Against                 |
      And the board member has been able to "Vote"
        | Matter that is put to the vote | matter              |
        | Member's appointment           | board member's post |
        | Vote                           | Against             |
      When the vice-chair asks to "Declare it carried" for the decision "matter"
      Then it is refused only because "no more organisations are against it than in favour"
      When the secretary asks to "Strike it out" for the vote "vote"
        | Why it is struck out | The wrong matter |
      And the vice-chair asks to "Declare it lost" for the decision "matter"
      Then it is done

    Scenario: Votes that were struck out against it do not lose it
      Given the vote "vote" is at "Cast"
      And the voluntary member has been able to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Against                 |
      And this is known as "against"
      And the secretary has been able to "Strike it out" for the vote "against"
        | Why it is struck out | The wrong matter |
      When the chair asks to "Declare it lost" for the decision "matter"
      Then it is refused only because "no more organisations are in favour than against it"

    Scenario: Votes on one matter do not count for another
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      When the police member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening  |
        | Member's appointment           | police member's post |
        | Vote                           | Against              |
      Then it is done
      When the chair asks to "Declare it lost" for the decision "Meet in the evening"
      Then it is done

    Scenario: Each organisation votes once
      Given the vote "vote" is at "Cast"
      When the police member asks to "Vote"
        | Matter that is put to the vote | matter               |
        | Member's appointment           | police member's post |
        | Vote                           | Against              |
      Then it is refused only because "the organisation has not voted yet"

    Scenario: Two members of one organisation have one vote between them
      Given the meeting "Spring meeting" is at "Called"
      And the secretary has been able to "Appoint to an office"
        | Office                     | Board member                                            |
        | Person                     | Eve Example                                             |
        | Body                       | Example Prevention Board                                |
        | Constituency               | Police                                                  |
        | Agency represented         | Example Police                                          |
        | Post that the member holds | Strategic lead for prevention or neighbourhood policing |
      And this is known as "second police post"
      When 28 days pass
      And the secretary asks to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | board member's post, police member's post, voluntary member's post, second police post |
      And the secretary asks to "Send out the papers" for the meeting "Spring meeting"
        | Agenda | Meetings |
      And the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      And the secretary asks to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      And the police member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening  |
        | Member's appointment           | police member's post |
        | Vote                           | Against              |
      And the evaluator asks to "Vote"
        | Matter that is put to the vote | Meet in the evening |
        | Member's appointment           | second police post  |
        | Vote                           | In favour           |
      Then it is refused only because "the organisation has not voted yet"

    Scenario: A deputy votes where the member cannot, and nobody else does
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Name a deputy" for the appointment "voluntary member's post"
        | Deputy | Kit Example |
      When the police member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is refused only because "'Vote' is for the person named as member's appointment's person in the vote or the person named as member's appointment's deputy in the vote"
      When the co-ordinator asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is done

    Scenario: A show of hands is entered from the minutes
      Given the vote "vote" is at "Cast"
      When the secretary enters from "notes of the meeting" that the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is done

    Scenario: Whoever is not at the meeting does not vote
      Given the vote "vote" is at "Cast"
      When the fire member asks to "Vote"
        | Matter that is put to the vote | matter             |
        | Member's appointment           | fire member's post |
        | Vote                           | In favour          |
      Then it is refused only because "the member or a substitute is at the meeting"

    Scenario: Whoever turns out not to have been there does not vote
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Strike it out" for the attendance "voluntary attendance"
        | Why it is struck out | Was somebody else |
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is refused only because "the member or a substitute is at the meeting"

    Scenario: For a member who sends a substitute the deputy votes
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Name a deputy" for the appointment "fire member's post"
        | Deputy | Kit Example |
      And the secretary has been able to "Strike it out" for the attendance "fire apologies"
        | Why it is struck out | Sends somebody |
      And the secretary has been able to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Sent a substitute  |
        | Substitute           | Kit Example        |
      And the vote "vote" is at "Cast"
      When the co-ordinator asks to "Vote"
        | Matter that is put to the vote | matter             |
        | Member's appointment           | fire member's post |
        | Vote                           | Against            |
      Then it is done
      And the decision "matter" is at "Put to the vote"

    Scenario: Being at another meeting gives no vote at this one
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Call a meeting"
        | Title              | Evening meeting |
        | Day of the meeting | today           |
      And the secretary has been able to "Note who is there" for the meeting "Evening meeting"
        | Members just noted as present | fire member's post |
      When the fire member asks to "Vote"
        | Matter that is put to the vote | matter             |
        | Member's appointment           | fire member's post |
        | Vote                           | Against            |
      Then it is refused only because "the member or a substitute is at the meeting"

    Scenario: Having been there on the day from which it was put off gives no vote
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | vice-chair's post |
      And the chair has been able to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | in 1 day |
        | Why it was put off or cancelled | Snow     |
      When 1 day passes
      And the secretary asks to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | board member's post, police member's post, fire member's post |
      And the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      And the secretary asks to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      And the voluntary member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening     |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Against                 |
      Then it is refused only because "the member or a substitute is at the meeting"

    Scenario: Whoever represents no organisation has no vote
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | chair's post |
      And the vote "vote" is at "Cast"
      When the chair asks to "Vote"
        | Matter that is put to the vote | matter       |
        | Member's appointment           | chair's post |
        | Vote                           | In favour    |
      Then it is refused only because "the member represents an organisation"

    Scenario: What is decided is not voted on again, nor is a vote on it struck out
      Given the vote "vote" is at "Cast"
      And the vice-chair has been able to "Rescind the decision" for the decision "matter"
        | Why it was rescinded | Put too early |
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is refused only because "the matter is put to the vote"
      When the secretary asks to "Strike it out" for the vote "vote"
        | Why it is struck out | The wrong matter |
      Then it is refused only because "the matter is still put to the vote"

  @X-23
  Rule: The Board votes at a meeting that is held with a quorum

    Scenario: Before the quorum is noted nothing is put to the vote
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      Then it is refused only because "the meeting is held with a quorum"

    Scenario Outline: Once <what>, nothing is put to the vote there
      Given the meeting "Spring meeting" is at "<Stage>"
      When the secretary asks to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      Then it is refused only because "the meeting is held with a quorum"

      Examples:
        | what                      | Stage             |
        | the minutes are written   | Minutes in draft  |
        | the minutes are confirmed | Minutes confirmed |

  @X-6
  Rule: A vote sets a rule aside only as an exception

    Scenario: The Board votes on an exception
      Given the vote "vote" is at "Cast"
      When the secretary asks to "Put a matter to the vote"
        | What was decided        | A fourth office for a time           |
        | Meeting                 | Spring meeting                       |
        | Minute                  | 2020/3                               |
        | Kind of decision        | Something else                       |
        | What it is about        | Kit Example                          |
        | Rule that it sets aside | Nobody holds more than three offices |
        | Reason given            | A colleague is on leave              |
      Then it is refused only because "a rule is set aside only by a vote on an exception, with its reason"
      When the secretary asks to "Put a matter to the vote"
        | What was decided        | A fourth office for a time           |
        | Meeting                 | Spring meeting                       |
        | Minute                  | 2020/3                               |
        | Kind of decision        | An exception to a rule               |
        | What it is about        | Kit Example                          |
        | Rule that it sets aside | Nobody holds more than three offices |
        | Reason given            | A colleague is on leave              |
      Then it is done

  @X-27
  Rule: Whoever has an interest in a matter does not vote on it

    Scenario Outline: An interest in <what>
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Put a matter to the vote"
        | What was decided | Meet at the alliance       |
        | Meeting          | Spring meeting             |
        | Minute           | 2020/3                     |
        | Kind of decision | Something else             |
        | What it is about | Example Voluntary Alliance |
      And the <who> has been able to "Declare an interest"
        | Who has the interest      | <Person> |
        | What it is an interest in | <What>   |
        | Kind of interest          | Money    |
      And this is known as "interest"
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | Meet at the alliance    |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then <Answer>

      Examples:
        | what                      | who              | Person      | What                       | Answer                                                                               |
        | what it is about          | voluntary member | Val Example | Example Voluntary Alliance | it is refused only because "the voter has declared no interest in what it is about"  |
        | the matter itself         | voluntary member | Val Example | Meet at the alliance       | it is refused only because "the voter has declared no interest in the matter itself" |
        | something else            | voluntary member | Val Example | matter                     | it is done                                                                           |
        | it that somebody else has | fire member      | Fay Example | Example Voluntary Alliance | it is done                                                                           |
        | the vote of somebody else | fire member      | Fay Example | Meet at the alliance       | it is done                                                                           |

    Scenario Outline: An interest in <what> that has ended
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Put a matter to the vote"
        | What was decided | Meet at the alliance       |
        | Meeting          | Spring meeting             |
        | Minute           | 2020/3                     |
        | Kind of decision | Something else             |
        | What it is about | Example Voluntary Alliance |
      And the voluntary member has been able to "Declare an interest"
        | Who has the interest      | Val Example |
        | What it is an interest in | <What>      |
        | Kind of interest          | Money       |
      And this is known as "interest"
      And the chair has been able to "Note that it has ended" for the interest "interest"
        | Why it has ended | Left the trustees |
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | Meet at the alliance    |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      Then it is done

      Examples:
        | what             | What                       |
        | what it is about | Example Voluntary Alliance |
        | the matter       | Meet at the alliance       |

  @X-28
  Rule: What can be done with a vote at each stage, and by whom

    Scenario: How a vote is cast
      Then a vote is opened by these steps
        | Step | Who    | Must be given                                              | May be given | Leads to |
        | Vote | nobody | Matter that is put to the vote, Member's appointment, Vote |              | Cast     |

    Scenario: What can be done with a vote that is cast
      Given the vote "vote" is at "Cast"
      Then these steps are open to the vote "vote"
        | Step          | Who           | Must be given        | May be given | Leads to   |
        | Strike it out | the secretary | Why it is struck out |              | Struck out |

    Scenario: What can be done with a vote that is struck out
      Given the vote "vote" is at "Cast"
      And the secretary has been able to "Strike it out" for the vote "vote"
        | Why it is struck out | The wrong matter |
      Then these steps are open to the vote "vote"
        | Step | Who | Must be given | May be given | Leads to |
