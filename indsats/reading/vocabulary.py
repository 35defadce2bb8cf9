"""The keys that every record's groupings are drawn from: target groups, themes and phases."""

TARGET_GROUPS = (
    "all_staff", "nurse", "physician", "junior_doctor", "senior_doctor", "midwife", "biomedical_scientist",
    "lab_technician", "social_health_assistant", "medical_secretary", "physiotherapist", "occupational_therapist",
    "radiographer", "pharmaconomist", "dietitian", "psychologist", "social_worker", "pedagogue", "service_staff",
    "administrative", "it_staff", "academic", "researcher", "leader", "student", "new_employee", "senior_employee",
    "patient_care_staff", "other",
)  # fmt: skip -- a word list
THEMES = (
    "onboarding", "mentoring", "competence_development", "career_paths", "recruitment", "branding_communication",
    "working_time_scheduling", "wellbeing", "physical_environment", "leadership", "senior_policy",
    "student_placements", "research", "task_shifting", "pay_conditions", "sick_leave", "violence_prevention",
    "psychological_safety_support", "technology_digitalisation", "interdisciplinary_collaboration",
    "social_responsibility", "exit_offboarding", "surveys_analysis",
)  # fmt: skip -- a word list
PHASES = ("idea", "in_preparation", "running", "permanent", "pilot")
