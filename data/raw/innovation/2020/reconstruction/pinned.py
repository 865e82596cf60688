"""The counts that the drawn respondents must give, as small tables.

Each is one whole-number solution of what was published in rounded percentages; where several
were possible, a smooth one was taken. Comments name the figure. Rows of five are
agree / neither / disagree / don't know / not relevant (for factor_role: contributed / no role /
challenge / ...); rows of four lack not relevant.
"""

SOCIAL_SERVICE, VOLUNTEER = 1, 2
SMALL, MEDIUM, LARGE = 1, 2, 3
YES, NO, UNANSWERED = 1, 2, 0

# Table 1 and figures 1 to 3: organisation type, innovated, last page seen -> organisations.
# Pages: 1 organisation, 2 innovated, 3 types, 4 example and partners, 5 quality, 6 changes,
# 7 usual practice, 8 roles, 9 and 10 the future. Who has no innovations goes from 2 to 9.
# 903 in all, 843 answered page 2, 662 page 3, 582 pages 5 to 8, 732 page 9, 722 page 10.
PATHS = (
    (SOCIAL_SERVICE, UNANSWERED, 1, 47),
    (SOCIAL_SERVICE, NO, 2, 5),
    (SOCIAL_SERVICE, NO, 9, 3),
    (SOCIAL_SERVICE, NO, 10, 92),
    (SOCIAL_SERVICE, YES, 2, 10),
    (SOCIAL_SERVICE, YES, 3, 72),
    (SOCIAL_SERVICE, YES, 8, 9),
    (SOCIAL_SERVICE, YES, 9, 5),
    (SOCIAL_SERVICE, YES, 10, 425),
    (VOLUNTEER, UNANSWERED, 1, 13),
    (VOLUNTEER, NO, 2, 1),
    (VOLUNTEER, NO, 9, 1),
    (VOLUNTEER, NO, 10, 65),
    (VOLUNTEER, YES, 2, 4),
    (VOLUNTEER, YES, 3, 8),
    (VOLUNTEER, YES, 8, 2),
    (VOLUNTEER, YES, 9, 1),
    (VOLUNTEER, YES, 10, 140),
)

# Figures 12 and 16: sizes of the 582.
SIZES = {
    SOCIAL_SERVICE: {SMALL: 120, MEDIUM: 213, LARGE: 106},
    VOLUNTEER: {SMALL: 93, MEDIUM: 32, LARGE: 18},
}

# Figure 2: ticks among the 662; external cooperation is pinned for those who go on (figure 6).
INNOVATION_TYPES = {
    "outreach": 291,
    "internal_cooperation": 404,
    "new_services": 377,
    "flexible_access": 384,
}
EXTERNAL_COOPERATION = {SOCIAL_SERVICE: 218, VOLUNTEER: 71}  # of the 582
EXTERNAL_COOPERATION_STOPPED = 36  # of the 80 who stop after page 3

# Figure 6: 746 ticks by 287 respondents (one more of each type ticks too many and is invalid).
NEW_PARTNERS = {
    SOCIAL_SERVICE: {
        "municipal": 197,
        "regional": 56,
        "state": 20,
        "social_service": 84,
        "social_association": 48,
        "other_association": 19,
        "foundation": 14,
        "private_company": 37,
        "education": 34,
        "informal_network": 32,
        "individual_volunteers": 23,
    },
    VOLUNTEER: {
        "municipal": 25,
        "regional": 9,
        "state": 8,
        "social_service": 12,
        "social_association": 31,
        "other_association": 13,
        "foundation": 29,
        "private_company": 15,
        "education": 7,
        "informal_network": 22,
        "individual_volunteers": 11,
    },
}
# Respondents with one, two and three ticks: 564 and 182 ticks.
TICKS = {SOCIAL_SERVICE: (20, 47, 150), VOLUNTEER: (7, 14, 49)}

OLD_IDEAS = (268, 274, 40)  # figure 3: yes / no / don't know

# Figure 4. new_target_group: shares that round to 23, 38, 31 and 9.
INNOVATION_QUALITY = {
    "adjust_services": (477, 76, 12, 17),
    "new_target_group": (132, 220, 179, 51),
    "will_continue": (495, 58, 9, 20),
}

# Figure 5 by type, and figures 7, 8 and 10: more_user_involvement within the answers to
# more_external_actors, which the keys name.
MORE_EXTERNAL_ACTORS = {
    SOCIAL_SERVICE: (93, 121, 198, 14, 13),
    VOLUNTEER: (38, 32, 50, 18, 5),
}
MORE_USER_INVOLVEMENT = {
    (SOCIAL_SERVICE, "agree"): (56, 16, 13, 4, 4),
    (SOCIAL_SERVICE, "neither"): (49, 38, 20, 7, 7),
    (SOCIAL_SERVICE, "disagree"): (63, 40, 63, 15, 17),
    (SOCIAL_SERVICE, "dont_know"): (3, 2, 2, 6, 1),
    (SOCIAL_SERVICE, "not_relevant"): (3, 2, 3, 1, 4),
    (VOLUNTEER, "agree"): (18, 9, 7, 2, 2),
    (VOLUNTEER, "neither"): (9, 12, 7, 2, 2),
    (VOLUNTEER, "disagree"): (11, 13, 19, 3, 4),
    (VOLUNTEER, "dont_know"): (3, 3, 4, 6, 2),
    (VOLUNTEER, "not_relevant"): (1, 1, 1, 0, 2),
}
# Figures 4, 7 and 10: external actors by user involvement (agree, disagree or other).
OTHERS_CAN_LEARN = {
    ("agree", "agree"): (50, 15, 1, 8),
    ("agree", "disagree"): (11, 6, 1, 2),
    ("agree", "other"): (20, 12, 1, 4),
    ("disagree", "agree"): (32, 29, 1, 12),
    ("disagree", "disagree"): (30, 32, 8, 12),
    ("disagree", "other"): (34, 39, 6, 13),
    ("other", "agree"): (33, 27, 0, 8),
    ("other", "disagree"): (19, 11, 2, 5),
    ("other", "other"): (44, 36, 4, 14),
}
# Figure 9: usually involving users, within the answers to more_user_involvement.
INVOLVES_USERS = {
    "agree": (173, 25, 6, 6, 6),
    "neither": (78, 35, 8, 8, 7),
    "disagree": (85, 23, 21, 6, 4),
    "dont_know": (22, 12, 3, 8, 1),
    "not_relevant": (20, 13, 2, 4, 6),
}

# Figures 11 and 12: type and size.
RULES_HELPED_FOCUS = {
    (SOCIAL_SERVICE, SMALL): (35, 32, 37, 10, 6),
    (SOCIAL_SERVICE, MEDIUM): (65, 54, 63, 18, 13),
    (SOCIAL_SERVICE, LARGE): (44, 24, 27, 6, 5),
    (VOLUNTEER, SMALL): (15, 19, 39, 12, 8),
    (VOLUNTEER, MEDIUM): (6, 7, 13, 3, 3),
    (VOLUNTEER, LARGE): (6, 2, 6, 2, 2),
}
# Figures 15 and 16: size.
BOARD_INVOLVED = {
    SMALL: (40, 54, 72, 2, 45),
    MEDIUM: (26, 64, 64, 4, 87),
    LARGE: (10, 26, 37, 3, 48),
}
# Figures 14 and 15: all 582.
CHANGES = {
    "idea_to_action": (471, 62, 30, 11, 8),
    "staff_open": (466, 71, 20, 15, 10),
    "less_fear_of_mistakes": (262, 148, 134, 24, 14),
    "cooperation_across": (367, 110, 63, 14, 28),
    "centralised": (332, 118, 93, 22, 17),
}
# Nothing is published of these two.
USUAL_PRACTICE = {
    "cooperates_externally": (401, 112, 38, 13, 18),
    "tries_new_things": (388, 141, 32, 12, 9),
}

# Figure 13 and the key numbers.
FACTOR_ROLE_BY_TYPE = {
    "rules": {SOCIAL_SERVICE: (193, 128, 70, 25, 23), VOLUNTEER: (29, 55, 21, 18, 20)},
    "external_cooperation": {
        SOCIAL_SERVICE: (224, 137, 31, 15, 32),
        VOLUNTEER: (51, 42, 14, 12, 24),
    },
}
# The three that contributed most are published; the others are free below them.
FACTOR_ROLE = {
    "user_involvement": (298, 168, 46, 24, 46),
    "staff_open": (477, 62, 18, 11, 14),
    "cooperation_across": (472, 66, 19, 9, 16),
    "decision_paths": (470, 58, 28, 14, 12),
    "digital_solutions": (424, 64, 63, 10, 21),
    "board_involvement": (139, 190, 24, 28, 201),
}

# Figure 17: not at all ... markedly, don't know, not relevant; who saw the page and is not
# counted here left the item blank. Means fall from 3.80 to 2.36 in the order of the ranks.
FUTURE_CHANGE = {
    "digital_solutions": (18, 52, 171, 268, 187, 18, 12),
    "staff_open": (22, 66, 201, 262, 121, 31, 22),
    "cooperation_across": (30, 82, 222, 236, 91, 24, 41),
    "outreach": (38, 92, 216, 190, 76, 45, 58),
    "external_cooperation": (52, 114, 242, 190, 70, 29, 29),
    "idea_to_action": (58, 122, 225, 178, 57, 48, 38),
    "flexible_access": (61, 118, 212, 154, 51, 42, 78),
    "user_involvement": (66, 142, 239, 153, 45, 33, 49),
    "less_fear_of_mistakes": (78, 158, 219, 126, 37, 60, 37),
    "board_involvement": (70, 137, 145, 75, 15, 61, 212),
    "new_target_group": (123, 160, 150, 78, 23, 67, 114),
    "centralised": (138, 187, 165, 65, 16, 73, 72),
}

# Illustration 1: 109 open answers; the sizes of the themes are free.
OPEN_ANSWERS = {
    "digital_change": 31,
    "new_cooperation": 18,
    "working_routines": 15,
    "new_culture": 9,
    "outreach_to_go": 12,
    "one_to_one": 9,
    "telephone": 8,
    "nature": 7,
}
SECOND_THEMES = 30  # answers that are about two themes; free
OPEN_ANSWERS_STOPPED = 4  # by respondents who stop there
