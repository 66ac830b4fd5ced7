/** The generated types under the names that pages use; nothing here is typed by hand. */
import type { components as acceptance } from './acceptance';
import type { components as disclosure } from './disclosure';
import type { components as identity } from './identity';
import type { components as registration } from './registration';
import type { components as submission } from './submission';
import type { components as verification } from './verification';
import type { components as workflows } from './workflows';

type Public = disclosure['schemas'];
type Registration = registration['schemas'];
type Submissions = submission['schemas'];
type Verifications = verification['schemas'];

export type Text = Public['Wording'];
export type ParkItem = Public['ParkItem'];
export type ParkDetail = Public['ParkPage'];
export type BoundaryVersion = Public['BoundaryVersion'];
export type Decision = Public['Decision'];
export type ParkDecision = Public['ParkDecision'];
export type TimelineItem = Public['TimelineEntry'];
export type FigureCount = Public['ReadFiguresFigure'];
export type YearItem = Public['YearItem'];
export type ProvinceLine = Public['ReadGroupsProvinceLine'];
export type BatchLine = Public['ReadGroupsBatchLine'];
export type BodyLine = Public['ReadGroupsBodyLine'];
export type KeyProjects = NonNullable<Public['KeyProjectsAnswer']>;
export type KeyProjectItem = Public['KeyProjectItem'];
export type ProjectState = NonNullable<KeyProjectItem['state']>;
export type YearDetail = Public['YearPage'];
export type Statement = Public['Statement'];
export type ReleaseItem = Public['ReleaseItem'];
export type DailyRelease = Public['DailyRelease'];
export type TableChanges = Public['TableChanges'];
export type DisputeItem = Public['DisputeItem'];
export type Dispute = Public['ReadDisputesDispute'];
export type DeskDispute = Public['ReadDisputeDeskPage'];
export type DisputeLine = Public['ReadDisputeDeskLine'];
export type Spoken = Public['Spoken'];
export type Restatement = Public['Restatement'];
export type Evidence = Public['Evidence'];
export type RulePack = Public['RulePack'];
export type ProvincialTitle = Public['ProvincialTitle'];
export type Sourced = Public['SourcedNumber'];
export type Result = Public['Result'];
export type Verdict = NonNullable<Public['Verdict']>;
export type Step = Public['DerivationEntry'];
export type Signal = Public['Signal'];
export type AnsweredSignal = Public['AnsweredSignal'];
export type EnterpriseCoverage = NonNullable<Public['EnterpriseCoverage']>;
export type HourlyMatched = NonNullable<Public['HourlyMatched']>;
export type ActivityData = Public['ActivityData'];

export type Facts = Registration['ParkRequest'];
export type ParkFacts = Registration['ParkFacts'];
export type Application = Registration['ReadApplicationsApplication'];
export type ApplicationItem = Registration['ReadApplicationsSummary'];
export type ApplicationStatus = Registration['ApplicationStatus'];
export type ReviewNote = Registration['ReviewNote'];
export type RoundChange = Registration['RoundChange'];
export type PlannedProject = Registration['KeyProject'];
export type ProgressReport = Registration['ProgressReport'];
export type ListedPark = Registration['ReadParksPark'];
export type BoundaryChange = Registration['ChangeBoundaryRequest'];
export type InboxItem = Registration['InboxItem'];

export type Submission = Submissions['ReadSubmissionsSubmission'];
export type YearDraft = Submissions['YearDraft'];
export type SavedDraft = Submissions['SaveDraftSaved'];
export type SignalAnswer = Submissions['SignalAnswer'];
export type EnterpriseData = Submissions['EnterpriseData'];
export type YearComparison = Submissions['CompareVersionsComparison'];
export type Difference = Submissions['Difference'];
export type ImportPreview = Submissions['PreviewImportPreview'];
export type CellProblem = Submissions['CellProblem'];
export type CertificateLine = Submissions['CertificateLine'];
export type NamedLine = Submissions['ReadCertificatesLine'];
export type EvidenceFile = Submissions['KeepEvidenceKept'];
export type Hours = Submissions['ReadHoursMatched'];
export type SubmissionItem = Submissions['ReadSubmissionsSummary'];

export type Verification = Verifications['ReadVerificationsVerification'];
export type VerificationItem = Verifications['ReadVerificationsSummary'];
export type Finding = Verifications['ReadVerificationsFinding'];
export type FindingKind = Verifications['FindingKind'];
export type SignedStatement = Verifications['StatementEntry'];

export type Acceptance = acceptance['schemas']['ReadAcceptancesParkAcceptance'];

export type Restated = acceptance['schemas']['Restatement'];

export type Me = identity['schemas']['ShowMeMe'];

type Workflows = workflows['schemas'];

export type Task = Workflows['ReadTasksShown'];
export type Desk = Workflows['ReadTasksDesk'];
export type DeskNotice = Workflows['ReadNoticesNotice'];
export type MailChoice = Workflows['ChooseMailChosen'];
export type TaskNote = Workflows['KeepNoteNote'];
export type Deadline = Workflows['ExplainDeadlineExplained'];
export type ProcessPicture = Workflows['Picture'];
export type WaitingTime = Workflows['WaitingTime'];
export type PicturedNode = Workflows['PicturedNode'];
export type PicturedVisit = Workflows['PicturedVisit'];
export type CountedProcess = Workflows['ReadOverviewProcess'];
export type CaseItem = Workflows['ListInstancesItem'];
export type PublishedDrawing = Workflows['ReadDefinitionsPublished'];
export type CheckedDraft = Workflows['CheckDraftChecked'];
export type DraftRun = Workflows['TryDraftRan'];
export type DraftAct = Workflows['TryDraftAct'];
export type DraftProblem = Workflows['SlotProblem'];
export type PathStep = Workflows['PathStep'];
export type ModelDifference = Workflows['ModelDifference'];
export type Variables = Workflows['Variables'];
export type Steering = Workflows['ReadSteeringShown'];
export type Substitute = Workflows['SubstituteRow'];
