//! Messages of ISO 8583:2003.

mod network;
mod other;
mod reconciliation;
mod reversal;
mod transaction;

pub use network::{NetworkManagement, NetworkManagementResponse};
pub use other::{
    Administrative, AdministrativeResponse, Chargeback, ChargebackResponse, FeeCollection, FeeCollectionResponse,
    FileAction, FileActionResponse,
};
pub use reconciliation::{Reconciliation, ReconciliationResponse};
pub use reversal::{Reversal, ReversalResponse};
pub use transaction::{Authorization, AuthorizationResponse, Financial, FinancialResponse};
