import Audit
import Engines
import Flows
import Git
import Scanners
import Store

/// An error that is one sentence for the user as it stands: it is printed alone, without usage or the word "Error".
protocol Sentence: Error, CustomStringConvertible {}

extension CommandError: Sentence {}
extension StoreError: Sentence {}
extension IngestSources.Missing: Sentence {}
extension Intake.Refusal: Sentence {}
extension DemoFolder.Refusal: Sentence {}
extension Scheduling.Failure: Sentence {}
extension MergeRefusal: Sentence {}
extension ViewSaving.Refusal: Sentence {}
extension NamedChange.Unknown: Sentence {}
extension RevisionError: Sentence {}
extension SourceFile.Unreadable: Sentence {}
extension GitError: Sentence {}
extension ExportFile.Failure: Sentence {}
extension GitAINotes.Failure: Sentence {}
extension NothingKnown: Sentence {}
extension ScannerError: Sentence {}
extension HTTPFailure: Sentence {}
extension EngineFailure: Sentence {}
extension RelayFailure: Sentence {}
extension EngineChoice.Failure: Sentence {}
extension ContextPiece.Failure: Sentence {}
extension OutputFile.Refusal: Sentence {}
extension FindingFix.Failure: Sentence {}
extension GenerationPlan.Failure: Sentence {}
extension WorkflowFile.Failure: Sentence {}
extension SonarServer.Failure: Sentence {}
extension AuditRuleError: Sentence {}
extension RuleFolder.Unreadable: Sentence {}
extension DraftSource.Absence: Sentence {}
extension RuleDraft.Absence: Sentence {}
