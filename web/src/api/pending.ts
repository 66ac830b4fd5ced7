/**
 * Hand-typed stand-in for the types that `npm run api` generates from the services' OpenAPI documents.
 * Deleted as soon as those exist; written against the published contract, in the shape openapi-fetch expects.
 */
type Json<T> = { content: { 'application/json': T } };
type Part<N extends string, T> = [T] extends [never] ? Partial<Record<N, never>> : Record<N, T>;
type Parameters<Q, P, H> = { query?: Q; cookie?: never } & Part<'path', P> & Part<'header', H>;
type Answer<R> = { 200: Json<R> & { headers: Record<string, unknown> } };
type Read<R, Q = never, P = never> = { parameters: Parameters<Q, P, never>; responses: Answer<R> };
type Send<B, R, P = never, H = never> = { parameters: Parameters<never, P, H>; requestBody: Json<B>; responses: Answer<R> };
type Match = { 'If-Match': string };
type Id = { id: string };
type Done = { id: string; version: number };

export type Text = { zh: string; en: string };

// ── Disclosure ──────────────────────────────────────────────────────────────────────────────────────────────────────
export type ParkItem = {
  id: string; listNumber: number | null; name: string; province: { adcode: string; name: string }; city: string; scope: 'whole' | 'partial';
  constructionStart: number; constructionEnd: number; stage: string; latitude: string; longitude: string; industryGroup: string; demo: boolean;
  coreValue: string | null; coreTarget: string | null; coreVerdict: Verdict | null; disclosedYears: number[];
};
export type ParkList = { total: number; page: number; pageSize: number; items: ParkItem[] };
export type Decision = { eventId: string; at: string; type: string; title: Text; actor: string; reasons: string; document: string | null; source: string | null };
export type Listing = { batch: string; listNumber: number | null; document: string; publishedOn: string; source: string };
export type ParkDetail = ParkItem & {
  fourBounds: string | null; boundary: unknown; baseYear: number; targets: { year: number; core: string }[];
  decisions: Decision[]; years: { year: number; core: string | null; target: string | null; verdict: Verdict | null; disclosedAt: string }[]; list: Listing | null;
};
export type TimelineItem = { eventId: string; at: string; type: string; title: Text; actor: string; facts: Record<string, string>; logIndex: number | null };
export type Verdict = 'met' | 'notMet' | 'noNationalTarget' | 'notApplicable' | 'notReported';
export type IndicatorValue = { id: string; value: string | null; unit: string; target: string | null; verdict: Verdict };
export type Step = {
  id: string; parent: string | null; term: string; label: Text; formula: string; inputs: Record<string, string>;
  factor: Sourced | null; value: string; unit: string;
};
export type Signal = { id: string; severity: 'info' | 'warning'; message: Text; facts: Record<string, string> };
export type Emissions = { fuel: string; conversion: string; electricity: string; heat: string; process: string; total: string };
export type Result = {
  year: number; rulePacks: { id: string; version: string; hash: string }[]; emissions: Emissions;
  memo: { bunkers: string; rawMaterialTce: string; biogenic: string; removals: string };
  energy: { tce: string; cleanTce: string; equivalentValue: string }; directSupplyShare: string | null;
  indicators: IndicatorValue[]; signals: Signal[]; derivation: Step[];
};
export type Statement = {
  bodyName: string; opinion: string; assurance: string; signedAt: string; text: string; findings: number; verificationId: string;
};
export type YearDetail = {
  year: number; reported: Result | null; verified: Result | null; statement: Statement | null;
  signals: Signal[]; restatements: Restatement[]; evidence: { sha256: string; pointer: string }[];
};
export type RestatedValues = { total: string; tce: string; core: string | null };
export type Restatement = { version: number; at: string; reason: string | null; old: RestatedValues; new: RestatedValues };
export type FigureCount = { id: 'listedParks' | 'provinces' | 'disclosedYears' | 'acceptedParks'; value: number; demo: number; query: string };
export type Sourced = { id: string; value: string; unit: string; source: string; mark: string };
export type RulePackItem = { id: string; version: string; hash: string; title: Text; source: string; firstYear: number };
export type FuelRow = { code: string; name: Text; group: string; unit: string; tcePerUnit: Sourced | null; emission: Sourced | null; biogenic: Sourced | null; heatValueMeasured: boolean; emissionMeasured: boolean; clean: string; refused: Text | null };
export type ProductRow = { code: string; name: Text; unit: string; factor: Sourced | null; basis: string; use: 'default' | 'alternative' | 'balance' | 'no'; note: string; refused: Text | null };
export type LimitRow = { code: string; name: Text; standard: string; unit: string; level1: string | null; level2: string | null; level3: string | null; mark: string; note: string };
export type RulePack = RulePackItem & {
  targets: { core: { fromTce: string; belowTce: string | null; target: Sourced }[]; guiding: Record<string, Sourced> };
  settings: Record<string, { value: string; alternatives: string[]; mark: string; reason: Text }>;
  fuels: Record<string, FuelRow>; products: Record<string, ProductRow>; limits: Record<string, LimitRow>;
  electricity: Record<string, { kind: string; name: Text; factor: Sourced | null; clean: boolean; direct: boolean; mayLeave: boolean }>;
  heat: Record<string, { source: string; name: Text; emission: Sourced; tcePerGj: Sourced }>;
  equivalentValues: { series: string; fromYear: number; tcePerMwh: Sourced }[];
};
export type DisclosurePaths = {
  '/parks': { get: Read<ParkList, { province?: string; stage?: string; scope?: string; listed?: boolean; disclosed?: boolean; q?: string; page?: number; pageSize?: number }> };
  '/parks/{id}': { get: Read<ParkDetail, never, Id> };
  '/parks/{id}/timeline': { get: Read<{ items: TimelineItem[] }, never, Id> };
  '/parks/{id}/years/{year}': { get: Read<YearDetail, never, { id: string; year: number }> };
  '/figures': { get: Read<{ items: FigureCount[] }> };
  '/decisions': { get: Read<{ items: (Decision & { parkId: string; parkName: string; demo: boolean })[] }, { limit?: number }> };
  '/calculate': { post: Send<ActivityData, Result> };
  '/rule-packs': { get: Read<{ items: RulePackItem[] }> };
  '/rule-packs/{kind}/{name}/{version}': { get: Read<RulePack, never, { kind: string; name: string; version: string }> };
  '/parks/{id}/disputes': { post: Send<{ year: number; figure: string; reason: string; contact?: string }, { number: string; state: string }, Id>; get: Read<{ items: { number: string; year: number; figure: string; state: string; at: string }[] }, never, Id> };
};

// ── Registration ────────────────────────────────────────────────────────────────────────────────────────────────────
export type Facts = {
  name: string; province: string; city: string; scope: 'whole' | 'partial'; constructionStart: number; constructionEnd: number;
  latitude: string; longitude: string; industryGroup: string; fourBounds: string; targets: { year: number; core: string }[]; boundary?: unknown; demo?: boolean;
};
export type ParkFacts = Facts & { managementBodyId: string | null; baseYear: number };
export type ApplicationStatus = 'draft' | 'submitted' | 'returned' | 'recommended' | 'refused' | 'listed';
export type ReviewNote = { kind: string; by: string; at: string; reasons: string | null };
export type Application = {
  id: string; version: number; parkId: string; park: ParkFacts; status: ApplicationStatus; chapters: Record<string, string>; batch: string | null;
  round: number; awaits: string | null; since: string; notes: ReviewNote[]; actions: string[];
};
export type ApplicationItem = { id: string; version: number; parkId: string; name: string; province: string; status: ApplicationStatus; batch: string | null; awaits: string | null; since: string; demo: boolean };
export type ListedPark = { parkId: string; version: number; facts: ParkFacts; batch: string; listNumber: number | null; document: string; publishedOn: string; source: string };
export type RegistrationPaths = {
  '/applications': { get: Read<{ items: ApplicationItem[]; next: string | null; actions: string[] }, { status?: ApplicationStatus }>; post: Send<Facts, Done & { parkId: string }> };
  '/applications/{id}': { get: Read<Application, never, Id> };
  '/applications/{id}/facts': { put: Send<Facts, Done, Id, Match> };
  '/applications/{id}/chapters/{chapter}': { put: Send<{ text: string }, Done, { id: string; chapter: string }, Match> };
  '/applications/{id}/submission': { post: Send<Record<string, never>, Done, Id, Match> };
  '/applications/{id}/return': { post: Send<{ reasons: string }, Done, Id, Match> };
  '/applications/{id}/recommendation': { post: Send<{ batch: string; reasons: string }, Done, Id, Match> };
  '/applications/{id}/refusal': { post: Send<{ reasons: string }, Done, Id, Match> };
  '/lists': { post: Send<{ batch: string; document: string; publishedOn: string; source: string; reasons: string; applications: { applicationId: string; listNumber?: number }[] }, { id: string; parkIds: string[] }> };
  '/parks': { get: Read<{ items: ListedPark[]; next: string | null }, { province?: string; managementBody?: string; after?: string }> };
  '/inbox': { get: Read<Inbox> };
};

// ── Submission ──────────────────────────────────────────────────────────────────────────────────────────────────────
export type FuelLine = { fuel?: string; use?: string; quantity?: string; heatValue?: string | null; factor?: string | null };
export type Flow = { fuel?: string; quantity?: string };
export type ActivityData = {
  year: number; rulePack?: string;
  fuels?: FuelLine[]; conversions?: { kind?: string; inputs?: Flow[]; outputs?: Flow[] }[];
  electricity?: { direction?: string; kind?: string; mwh?: string }[];
  thermalGeneration?: { source?: string; mwh?: string }[];
  heat?: { direction?: string; source?: string; gj?: string; factor?: string | null }[];
  products?: { product?: string; quantity?: string; factor?: string | null; basis?: string | null; name?: string | null }[];
  bunkers?: Flow[];
  indicators?: {
    solidWaste?: { generated?: string; oldStockUtilised?: string; utilised?: string };
    wasteEnergy?: Partial<Record<'heat' | 'cold' | 'pressure', { recoverable?: string; recovered?: string } | null>>;
    water?: { fresh?: string; reused?: string };
    unitProducts?: { limit?: string; value?: string }[];
    notApplicable?: { indicator?: string; reason?: string }[];
  };
};
export type SubmissionStatus = 'opened' | 'drafted' | 'submitted' | 'disclosed';
export type ReportedVersion = { version: number; at: string; reason: string | null; data: ActivityData; result: Result };
export type Submission = {
  id: string; version: number; parkId: string; parkName: string; park: { name: string; province: string; demo: boolean }; year: number; status: SubmissionStatus;
  draft: ActivityData | null; result: Result | null; versions: ReportedVersion[]; disclosedVersion: number | null;
  disclosures: { version: number; verificationId: string; at: string }[]; since: string; actions: string[];
};
export type SubmissionItem = { id: string; version: number; parkId: string; parkName: string; province: string; year: number; status: SubmissionStatus; lastVersion: number; disclosedVersion: number | null; since: string; demo: boolean };
export type SubmissionPaths = {
  '/submissions': { get: Read<{ items: SubmissionItem[]; next: string | null }, { parkId?: string; year?: number }>; post: Send<{ parkId: string; year: number }, Done> };
  '/submissions/{id}': { get: Read<Submission, never, Id> };
  '/submissions/{id}/draft': { put: Send<ActivityData, Done & { result: Result }, Id, Match> };
  '/submissions/{id}/submission': { post: Send<{ reason?: string }, Done, Id, Match> };
  '/submissions/{id}/disclosure': { post: Send<{ verificationId: string }, Done, Id, Match> };
  '/inbox': { get: Read<Inbox> };
};

// ── Verification ────────────────────────────────────────────────────────────────────────────────────────────────────
export type FindingKind = 'car' | 'cl' | 'far' | 'observation';
export type Finding = { number: number; kind: FindingKind; text: string; pointer: string | null; status: 'open' | 'answered' | 'closed'; answer: string | null; closing: string | null; answerBy: string; notes: { kind: string; by: string; at: string; text: string }[]; actions: string[] };
export type Verification = {
  id: string; version: number; submissionId: string; submissionVersion: number; parkId: string; parkName: string; year: number; demo: boolean; bodyId: string; bodyName: string; status: string; since: string;
  members: string[]; findings: Finding[]; statement: { opinion: string; assurance: string; text: string; signedAt: string; verified: Result } | null; data: ActivityData; reported: Result; actions: string[];
};
export type VerificationItem = { id: string; submissionId: string; submissionVersion: number; bodyName: string; signed: boolean };
export type VerificationPaths = {
  '/bodies': { get: Read<{ items: { id: string; name: string; scope: string; validUntil: string; accredited: boolean; demo: boolean }[] }> };
  '/verifications': { get: Read<{ items: VerificationItem[] }, { submissionId?: string }>; post: Send<{ submissionId: string; bodyId: string }, Done> };
  '/verifications/{id}': { get: Read<Verification, never, Id> };
  '/verifications/{id}/team': { post: Send<{ members: string[] }, Done, Id, Match> };
  '/verifications/{id}/findings': { post: Send<{ kind: FindingKind; text: string; pointer?: string }, Done, Id, Match> };
  '/verifications/{id}/findings/{number}/answer': { post: Send<{ text: string }, Done, { id: string; number: number }, Match> };
  '/verifications/{id}/findings/{number}/return': { post: Send<{ text: string }, Done, { id: string; number: number }, Match> };
  '/verifications/{id}/findings/{number}/closing': { post: Send<{ text: string }, Done, { id: string; number: number }, Match> };
  '/verifications/{id}/statement': { post: Send<{ opinion: string; assurance: string; data?: ActivityData; text: string }, Done, Id, Match> };
  '/inbox': { get: Read<Inbox> };
};

// ── Acceptance ──────────────────────────────────────────────────────────────────────────────────────────────────────
export type Acceptance = {
  id: string; version: number; parkId: string; parkName: string; year: number; demo: boolean; verificationId: string; status: 'requested' | 'selfEvaluated' | 'selfEvaluationFailed' | 'granted' | 'refused'; since: string;
  core: { value: string; target: string }; selfEvaluation: { passed: boolean; reasons: string; at: string } | null;
  decision: { accepted: boolean; reasons: string; at: string } | null; actions: string[];
};
export type AcceptancePaths = {
  '/acceptances': { get: Read<{ items: { id: string; parkId: string; year: number; status: string }[] }, { parkId?: string }>; post: Send<{ parkId: string; year: number; verificationId: string }, Done> };
  '/acceptances/{id}': { get: Read<Acceptance, never, Id> };
  '/acceptances/{id}/self-evaluation': { post: Send<{ passed: boolean; reasons: string }, Done, Id, Match> };
  '/acceptances/{id}/decision': { post: Send<{ accepted: boolean; reasons: string }, Done, Id, Match> };
  '/inbox': { get: Read<Inbox> };
};

// ── All services; Identity ──────────────────────────────────────────────────────────────────────────────────────────
export type InboxItem = { id: string; kind: string; parkId: string; parkName: string; year: number | null; since: string; href: string };
export type Inbox = { items: InboxItem[] };
export type DeadLetter = { id: number; subscriber: string; topic: string; eventId: string; published: string; attempts: number; error: string };
export type OperationsPaths = {
  '/dead-letters': { get: Read<{ items: DeadLetter[] }> };
  '/dead-letters/{id}/retry': { post: Send<Record<string, never>, unknown, { id: number }> };
};
export type Me = { id: string; username: string; displayName: string; role: string; province: string | null; parkId: string | null; organisation: { id: string; name: string; kind: string }; actions: string[] };
export type IdentityPaths = {
  '/sessions': { post: Send<{ username: string; password: string }, undefined> };
  '/me': { get: Read<Me> };
  '/colleagues': { get: Read<{ items: { id: string; displayName: string; role: string }[] }> };
};
