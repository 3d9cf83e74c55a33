Feature: Agencies judge their own work on prevention
  Each agency can judge its own work on prevention with a toolkit. The toolkit is first tried out with some
  agencies, and only then put to all.

  @S-9.4
  Rule: The toolkit is tried out with agencies before it is put to all

    Scenario: Trying it out asks each of the agencies named
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      Then there are 2 self-assessments at "Asked for"
      And the self-assessment "police trial" shows
        | Agency                | Example Police |
        | Tries the toolkit out | yes            |
        | Due by                | in 60 days     |
      And the self-assessment "police trial" should move on in 60 days, or the police officer, the secretary are told

    Scenario: The trial is over when every agency has tried it
      Given the self-assessment toolkit "Example prevention check" is at "Tried out"
      Then the self-assessment toolkit "Example prevention check" shows
        | What the trial has shown             | Ten questions are enough. |
        | agencies that have yet to try it out | none                      |

    Scenario: One agency has yet to try it
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      And the police officer has been able to "Hand in the assessment" for the self-assessment "police trial"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      When the secretary asks to "Conclude the trial" for the self-assessment toolkit "Example prevention check"
        | What the trial has shown | Ten questions are enough |
      Then it is refused only because "every agency on trial has assessed itself with it"
      And the self-assessment toolkit "Example prevention check" shows
        | agencies that have yet to try it out | Example Council |

    Scenario: An agency that declines has not tried it
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      And the police officer has been able to "Hand in the assessment" for the self-assessment "police trial"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      And the council officer has been able to "Decline" for the self-assessment "council trial"
        | Reasons given | Nobody has the time |
      When the secretary asks to "Conclude the trial" for the self-assessment toolkit "Example prevention check"
        | What the trial has shown | Ten questions are enough |
      Then it is refused only because "every agency on trial has assessed itself with it"

    Scenario: What the trial brought is talked over and acted upon like any other assessment
      Given the self-assessment toolkit "Example prevention check" is ready for "Conclude the trial"
      And the board member has been able to "Talk it over" for the self-assessment "police trial"
        | What the agency will do | Train two officers |
        | To be done by           | in 30 days         |
      And the board member has been able to "Talk it over" for the self-assessment "council trial"
        | What the agency will do | Find an owner |
        | To be done by           | in 30 days    |
      And the council officer has been able to "Note that it has been acted upon" for the self-assessment "council trial"
      When the board member asks to "Conclude the trial" for the self-assessment toolkit "Example prevention check"
        | What the trial has shown | Ten questions are enough |
      Then it is done

    Scenario: A toolkit that was revised is tried out anew
      Given the self-assessment toolkit "Example prevention check" is at "Tried out"
      And the secretary has been able to "Go back to drafting" for the self-assessment toolkit "Example prevention check"
        | What it asks | Ten questions |
      And 1 day passes
      And the secretary has been able to "Try it out with agencies" for the self-assessment toolkit "Example prevention check"
        | Agencies that try it out | Example Police |
        | Last day of the trial    | in 30 days     |
      When the secretary asks to "Conclude the trial" for the self-assessment toolkit "Example prevention check"
        | What the trial has shown | Ten questions are enough |
      Then it is refused only because "every agency on trial has assessed itself with it"

    Scenario: The trial of another toolkit does not count
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      And the secretary has been able to "Draft a toolkit"
        | Title | Another check |
      And the secretary has been able to "Try it out with agencies" for the self-assessment toolkit "Another check"
        | Agencies that try it out | Example Police |
        | Last day of the trial    | in 30 days     |
      And the police officer has been able to "Hand in the assessment" for the self-assessment "police trial"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      When the secretary asks to "Conclude the trial" for the self-assessment toolkit "Another check"
        | What the trial has shown | Ten questions are enough |
      Then it is refused only because "every agency on trial has assessed itself with it"

    Scenario: Nobody is asked for an assessment with a toolkit that is still on trial
      Given the self-assessment toolkit "Example prevention check" is at "Tried out"
      When the secretary asks to "Ask for an assessment"
        | Toolkit | Example prevention check |
        | Agency  | Example Police           |
        | Due by  | in 60 days               |
      Then it is refused only because "the toolkit has been tried out with agencies and adopted"

    Scenario: Nobody is asked for an assessment with a toolkit that was withdrawn
      Given the self-assessment toolkit "Example prevention check" is at "Withdrawn"
      When the secretary asks to "Ask for an assessment"
        | Toolkit | Example prevention check |
        | Agency  | Example Police           |
        | Due by  | in 60 days               |
      Then it is refused only because "the toolkit has been tried out with agencies and adopted"

  @S-9.4
  Rule: It is seen which agencies have not assessed themselves

    Scenario: Agencies are asked together, and those that have not answered are seen
      Given the self-assessment toolkit "Example prevention check" is at "Adopted by the Board"
      And the chair has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police, Example Council |
        | Assessments due by                  | in 60 days                      |
      Then there are 2 self-assessments at "Asked for"
      And the self-assessment toolkit "Example prevention check" shows
        | Day on which they were asked                     | today                           |
        | agencies asked that have not assessed themselves | Example Police, Example Council |

    Scenario: An assessment counts from the day on which it is handed in
      Given the self-assessment "Prevention at Example Police" is at "Asked for"
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police, Example Council |
        | Assessments due by                  | in 60 days                      |
      And the police officer has been able to "Hand in the assessment" for the self-assessment "Prevention at Example Police"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      Then the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Council |
      When the board member asks to "Talk it over" for the self-assessment "Prevention at Example Police"
        | What the agency will do | Train two officers |
        | To be done by           | in 90 days         |
      Then it is done
      And the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Council |
      And the agency "Example Police" shows
        | day on which it last assessed itself | today |
      When the police officer asks to "Note that it has been acted upon" for the self-assessment "Prevention at Example Police"
      Then it is done
      And the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Council |

    Scenario: An agency that declines is still seen
      Given the self-assessment "Prevention at Example Police" is at "Asked for"
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police |
        | Assessments due by                  | in 60 days     |
      When the police officer asks to "Decline" for the self-assessment "Prevention at Example Police"
        | Reasons given | An inspection is under way |
      Then it is done
      And the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Police |

    Scenario: What was handed in by mistake no longer counts once that is taken back
      Given the self-assessment "Prevention at Example Police" is at "Asked for"
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police |
        | Assessments due by                  | in 60 days     |
      And the police officer has been able to "Hand in the assessment" for the self-assessment "Prevention at Example Police"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      When the police officer asks to take back the last step of the self-assessment "Prevention at Example Police" because "it was a draft"
      Then it is done
      And the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Police |

    Scenario: Trying a toolkit out is not yet to assess oneself with it
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      And the police officer has been able to "Hand in the assessment" for the self-assessment "police trial"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      And the council officer has been able to "Hand in the assessment" for the self-assessment "council trial"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      And the secretary has been able to "Conclude the trial" for the self-assessment toolkit "Example prevention check"
        | What the trial has shown | Ten questions are enough |
      And the secretary has been able to "Record a decision"
        | What was decided    | Adopt the check               |
        | Body that decided   | Prevention Board              |
        | Date of the meeting | today                         |
        | Minute              | 2020/50                       |
        | Kind of decision    | A toolkit for self-assessment |
        | What it is about    | Example prevention check      |
      And the chair has been able to "Adopt it" for the self-assessment toolkit "Example prevention check"
        | Decision to adopt it | Adopt the check |
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police |
        | Assessments due by                  | in 60 days     |
      Then the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Police |

    Scenario: An assessment with another toolkit does not count
      Given the self-assessment toolkit "Another check" is at "Adopted by the Board"
      And the self-assessment toolkit "Example prevention check" is at "Adopted by the Board"
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Council |
        | Assessments due by                  | in 60 days      |
      And the secretary has been able to "Ask for an assessment"
        | Toolkit | Another check   |
        | Agency  | Example Council |
        | Due by  | in 60 days      |
      And this is known as "the other assessment"
      When the council officer asks to "Hand in the assessment" for the self-assessment "the other assessment"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      Then it is done
      And the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Council |

    Scenario: When agencies are asked again earlier assessments count no longer
      Given the self-assessment "Prevention at Example Police" is at "Acted upon"
      And the secretary has been able to "Ask agencies to assess themselves" for the self-assessment toolkit "Example prevention check"
        | Agencies asked to assess themselves | Example Police, Example Council |
        | Assessments due by                  | in 60 days                      |
      Then the self-assessment toolkit "Example prevention check" shows
        | agencies asked that have not assessed themselves | Example Police, Example Council |
      And the agency "Example Police" shows
        | day on which it last assessed itself | 74 days ago |

    Scenario: The day of the last assessment is on record with the agency
      Given the self-assessment "Prevention at Example Police" is at "Handed in"
      Then the agency "Example Police" shows
        | day on which it last assessed itself | today |
      And the agency "Example Council" shows
        | day on which it last assessed itself | 64 days ago |

  @X-60
  Rule: An agency talks over its judgement of itself with somebody else

    Scenario: A member of the Board talks it over with the agency
      Given the self-assessment "Prevention at Example Police" is at "Talked over"
      Then the self-assessment "Prevention at Example Police" shows
        | What the agency will do | Train two officers in prevention. |
        | To be done by           | in 90 days                        |

    Scenario: An officer of the agency who also serves in the secretariat does not talk it over alone
      Given the self-assessment "Prevention at Example Police" is at "Handed in"
      And the secretary has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Pat Example              |
        | Body   | Example Prevention Board |
      When the police officer asks to "Talk it over" for the self-assessment "Prevention at Example Police"
        | What the agency will do | Nothing more |
        | To be done by           | in 30 days   |
      Then it is refused only because "'Talk it over' is not for Agency officer of the agency"

    Scenario: One agency does not judge another
      Given the self-assessment "Prevention at Example Police" is at "Asked for"
      When the council officer asks to "Hand in the assessment" for the self-assessment "Prevention at Example Police"
        | Where it stands          | Developing                          |
        | Strengths and weaknesses | Much is done and little is measured |
      Then it is refused only because "'Hand in the assessment' is for Agency officer of the agency"

  @X-5
  Rule: The Board decides on the toolkit

    Scenario Outline: No other decision will do for a toolkit
      Given the self-assessment toolkit "Example prevention check" is ready for "Adopt it"
      And the secretary has been able to "Record a decision"
        | What was decided    | Another matter |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/99        |
        | Kind of decision    | <matter>       |
        | What it is about    | <about>        |
      When the chair asks to "Adopt it" for the self-assessment toolkit "Example prevention check"
        | Decision to adopt it | Another matter |
      Then it is refused only because "the Prevention Board has decided to adopt this toolkit"

      Examples:
        | body                        | matter                        | about                    |
        | Strategic Partnership Board | A toolkit for self-assessment | Example prevention check |
        | Prevention Board            | Something else                | Example prevention check |
        | Prevention Board            | A toolkit for self-assessment | Example Police           |

    Scenario: A rescinded decision will not do for a toolkit
      Given the self-assessment toolkit "Example prevention check" is ready for "Adopt it"
      And the chair has been able to "Rescind the decision" for the decision "Adopt Example prevention check"
        | Why it was rescinded | Too few members were there |
      When the chair asks to "Adopt it" for the self-assessment toolkit "Example prevention check"
        | Decision to adopt it | Adopt Example prevention check |
      Then it is refused only because "the Prevention Board has decided to adopt this toolkit"

    Scenario: A decision whose minutes are confirmed will do for a toolkit
      Given the self-assessment toolkit "Example prevention check" is ready for "Adopt it"
      And the chair has been able to "Confirm the minutes" for the decision "Adopt Example prevention check"
      When the chair asks to "Adopt it" for the self-assessment toolkit "Example prevention check"
        | Decision to adopt it | Adopt Example prevention check |
      Then it is done
      And the self-assessment toolkit "Example prevention check" is at "Adopted by the Board"

  @X-9
  Rule: What can be done with a toolkit and an assessment at each stage, and by whom

    Scenario: How a self-assessment toolkit is opened
      Then a self-assessment toolkit is opened by these steps
        | Step            | Who                             | Must be given | May be given       | Leads to |
        | Draft a toolkit | the secretary, the board member | Title         | What it asks, Note | Drafted  |

    Scenario: What can be done at "Drafted"
      Given the self-assessment toolkit "Example prevention check" is at "Drafted"
      Then these steps are open to the self-assessment toolkit "Example prevention check"
        | Step                               | Who                             | Must be given                                   | May be given | Leads to  |
        | Try it out with agencies           | the secretary, the board member | Agencies that try it out, Last day of the trial |              | On trial  |
        | Withdraw it                        | the chair, the vice-chair       | Why it was withdrawn                            |              | Withdrawn |
        | Correct: Title, Note, What it asks | the secretary                   |                                                 |              |           |
      And the self-assessment toolkit "Example prevention check" should move on in 180 days, or the secretary is told

    Scenario: What can be done at "On trial"
      Given the self-assessment toolkit "Example prevention check" is at "On trial"
      Then these steps are open to the self-assessment toolkit "Example prevention check"
        | Step                 | Who                             | Must be given            | May be given                           | Leads to  |
        | Conclude the trial   | the secretary, the board member | What the trial has shown |                                        | Tried out |
        | Go back to drafting  | the secretary, the board member |                          | What it asks, What the trial has shown | Drafted   |
        | Withdraw it          | the chair, the vice-chair       | Why it was withdrawn     |                                        | Withdrawn |
        | Correct: Title, Note | the secretary                   |                          |                                        |           |
      And the self-assessment toolkit "Example prevention check" should move on in 60 days, or the secretary, the police officer, the council officer are told

    Scenario: What can be done at "Tried out"
      Given the self-assessment toolkit "Example prevention check" is at "Tried out"
      Then these steps are open to the self-assessment toolkit "Example prevention check"
        | Step                    | Who                             | Must be given        | May be given                           | Leads to             |
        | Go back to drafting     | the secretary, the board member |                      | What it asks, What the trial has shown | Drafted              |
        | Adopt it                | the chair, the vice-chair       | Decision to adopt it |                                        | Adopted by the Board |
        | Withdraw it             | the chair, the vice-chair       | Why it was withdrawn |                                        | Withdrawn            |
        | Correct: Title, Note    | the secretary                   |                      |                                        |                      |
        | Take back the last step | the secretary                   |                      |                                        | On trial             |
      And the self-assessment toolkit "Example prevention check" should move on by no day, or the secretary, the chair are told

    Scenario: What can be done at "Adopted by the Board"
      Given the self-assessment toolkit "Example prevention check" is at "Adopted by the Board"
      Then these steps are open to the self-assessment toolkit "Example prevention check"
        | Step                              | Who                                      | Must be given                                           | May be given | Leads to             |
        | Ask agencies to assess themselves | the secretary, the chair, the vice-chair | Agencies asked to assess themselves, Assessments due by |              | Adopted by the Board |
        | Withdraw it                       | the chair, the vice-chair                | Why it was withdrawn                                    |              | Withdrawn            |
        | Correct: Title, Note              | the secretary                            |                                                         |              |                      |
        | Take back the last step           | the chair, the vice-chair                |                                                         |              | Tried out            |

    Scenario: What can be done at "Withdrawn"
      Given the self-assessment toolkit "Example prevention check" is at "Withdrawn"
      Then these steps are open to the self-assessment toolkit "Example prevention check"
        | Step                 | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note | the secretary |               |              |          |


    Scenario: How a self-assessment is asked for
      Then a self-assessment is opened by these steps
        | Step                  | Who                                      | Must be given           | May be given | Leads to  |
        | Try the toolkit out   | nobody                                   | Toolkit, Agency, Due by |              | Asked for |
        | Ask for an assessment | the secretary, the chair, the vice-chair | Toolkit, Agency, Due by | Name, Note   | Asked for |

    Scenario: What can be done at "Asked for"
      Given the self-assessment "Prevention at Example Police" is at "Asked for"
      Then these steps are open to the self-assessment "Prevention at Example Police"
        | Step                        | Who                | Must be given                             | May be given                     | Leads to  |
        | Hand in the assessment      | the police officer | Where it stands, Strengths and weaknesses | What the toolkit could do better | Handed in |
        | Decline                     | the police officer | Reasons given                             |                                  | Declined  |
        | Correct: Name, Due by, Note | the secretary      |                                           |                                  |           |
      And the self-assessment "Prevention at Example Police" should move on in 60 days, or the police officer, the secretary are told

    Scenario: What can be done at "Handed in"
      Given the self-assessment "Prevention at Example Police" is at "Handed in"
      Then these steps are open to the self-assessment "Prevention at Example Police"
        | Step                                                                                 | Who                                                        | Must be given                          | May be given | Leads to    |
        | Talk it over                                                                         | the secretary, the chair, the vice-chair, the board member | What the agency will do, To be done by |              | Talked over |
        | Correct: Name, Due by, Note                                                          | the secretary                                              |                                        |              |             |
        | Correct: Where it stands, Strengths and weaknesses, What the toolkit could do better | the police officer                                         |                                        |              |             |
        | Take back the last step                                                              | the police officer                                         |                                        |              | Asked for   |
      And the self-assessment "Prevention at Example Police" should move on by no day, or the secretary is told

    Scenario: What can be done at "Talked over"
      Given the self-assessment "Prevention at Example Police" is at "Talked over"
      Then these steps are open to the self-assessment "Prevention at Example Police"
        | Step                                                                | Who                               | Must be given | May be given | Leads to   |
        | Note that it has been acted upon                                    | the secretary, the police officer |               | Note         | Acted upon |
        | Correct: Name, Due by, Note, What the agency will do, To be done by | the secretary                     |               |              |            |
        | Take back the last step                                             | the secretary                     |               |              | Handed in  |
      And the self-assessment "Prevention at Example Police" should move on in 90 days, or the police officer is told

    Scenario: What can be done at "Acted upon"
      Given the self-assessment "Prevention at Example Police" is at "Acted upon"
      Then these steps are open to the self-assessment "Prevention at Example Police"
        | Step                        | Who           | Must be given | May be given | Leads to    |
        | Correct: Name, Due by, Note | the secretary |               |              |             |
        | Take back the last step     | the secretary |               |              | Talked over |

    Scenario: What can be done at "Declined"
      Given the self-assessment "Prevention at Example Police" is at "Declined"
      Then these steps are open to the self-assessment "Prevention at Example Police"
        | Step                        | Who                | Must be given | May be given | Leads to  |
        | Correct: Name, Due by, Note | the secretary      |               |              |           |
        | Take back the last step     | the police officer |               |              | Asked for |
