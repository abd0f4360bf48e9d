"""The scenes in which silence means nothing: nobody is here yet, or the terminal is at work."""

from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st

NOBODY_YET = (st.Preparing, st.Closed, st.CardForgotten, st.Start)
"""Nobody has begun a visit: there is nothing to end."""

AT_WORK = (
    st.OpeningService,
    si.CheckingPassword,
    si.SendingCode,
    si.CheckingCode,
    st.Connecting,
    si.TypeOnReader,
    st.SigningIn,
    si.OpeningAccount,
    si.OpeningSession,
    st.OpeningApplication,
    st.Pricing,
    ap.KeepingTime,
    pay.FindingWaysToPay,
    pay.PayingByCard,
    pay.OpeningPayPage,
    pay.PayByPhone,
    pay.CheckingPayment,
    pay.GivingMoneyBack,
    st.Sending,
    fs.LookingAtFiles,
    fs.RemovingFile,
    fs.Scanning,
    fs.AttachingScan,
    fs.MakingUploadLink,
    fs.CheckingFile,
    ap.FindingOffices,
    ap.FindingDays,
    ap.FindingTimes,
    ap.HoldingTime,
    ap.BookingTime,
    dk.CheckingIn,
    dk.DrawingNumber,
    dk.CancellingAppointment,
    st.Printing,
    pin.LookingAtCard,
    pin.TypeNumberOnReader,
    pin.CheckingNumber,
    own.LookingUp,
    st.Goodbye,
)
"""Scenes that nobody can be silent in: the visitor waits for the terminal."""
