package be.leermeester.portal.demo;

import java.util.List;

/// The files of the exchange format that the demo writes, with their columns (import.md).
enum DemoFile {
    COMPANIES("companies.csv", "enterprise_number,name,joint_committee,employees,ceased_on"),
    ESTABLISHMENTS(
            "establishments.csv",
            "establishment_number,enterprise_number,name,street,house_number,postal_code,municipality,province,"
                    + "latitude,longitude,ceased_on"),
    PROGRAMMES("programmes.csv", "programme_code,name,system,level,successor_code"),
    TRAINING_PROVIDERS("training_providers.csv", "provider_code,name,municipality,postal_code,latitude,longitude"),
    PERSONS("persons.csv", "person_id,national_number,first_name,last_name,email,phone,language"),
    ROLES("roles.csv", "person_id,role,scope"),
    APPLICATIONS(
            "applications.csv",
            "application_id,establishment_number,programme_code,partnership_code,submitted_at,submitted_by,"
                    + "renews_application_id,sector_code"),
    APPLICATION_EVENTS("application_events.csv", "application_id,at,status,automatic,reasons,remark"),
    MENTOR_APPLICATIONS("mentor_applications.csv", "application_id,person_id,submitted_at,decision,decided_at"),
    STRUCK_MENTORS("struck_mentors.csv", "application_id,person_id,struck_on,reason"),
    MENTOR_TRAININGS(
            "mentor_trainings.csv", "person_id,partnership_code,status,exemption_ground,on,provider,course,hours"),
    AGREEMENTS(
            "agreements.csv",
            "agreement_id,application_id,mentor_person_id,learner_person_id,provider_code,type,starts_on,ends_on,"
                    + "registered_at,ended_on,end_reason,cancelled_at"),
    CONTACTS(
            "contacts.csv",
            "contact_id,partnership_code,enterprise_number,establishment_number,application_id,kind,on,by,purpose,"
                    + "remark"),
    COMPLAINTS("complaints.csv", "complaint_id,partnership_code,received_on,admissible,outcome,closed_on"),
    APPEALS("appeals.csv", "appeal_id,application_id,against,received_on,admissible,outcome,decided_on"),
    COURSES("courses.csv", "course_code,partnership_code,title,hours"),
    COURSE_COMPONENTS("course_components.csv", "course_code,position,kind,required,hours,title"),
    SESSIONS(
            "sessions.csv",
            "session_id,course_code,position,starts_at,ends_at,place,province,join_url,trainer,min_participants,"
                    + "max_participants"),
    ENROLMENTS("enrolments.csv", "person_id,course_code,enrolled_at,completed_on"),
    ATTENDANCES("attendances.csv", "session_id,person_id,presence"),
    MATERIALS(
            "materials.csv",
            "material_id,title,description,language,kind,audience,level,programme_codes,partnership_code,keywords,"
                    + "licence,author,version,review_by,visibility,file,url");

    private final String fileName;
    private final String columns;

    DemoFile(String fileName, String columns) {
        this.fileName = fileName;
        this.columns = columns;
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return List.of(columns.split(","));
    }
}
